"""The recipe of projects/asset-mode in pandas and LightGBM.

usage: asset_mode.py train=CSV,validation=CSV,test=CSV DIRECTORY [--network]

Repairs, windows, three folds by asset on at most 30,000 rows, boosting learnt from all assets but those of the test part, and the macro
F1 of those with an interval from 200 resamples of assets. Prints the seconds of each part and what comes out; writes the features to
DIRECTORY. With --network, scikit-learn's network is judged and learnt beside it, which a run of ours does only where it is asked to.
"""

import sys
import time

import lightgbm as lgb
import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

STUCK_AFTER = 10
STALE_MINUTES = 3
SEARCH_ROWS = 30_000
SEED = 20220101


def read(sources):
    parts = [
        pd.read_csv(file, parse_dates=["timestamp"]).assign(part=part)
        for part, file in (source.split("=") for source in sources.split(","))
    ]
    rows = pd.concat(parts).drop_duplicates(["asset_id", "timestamp"])
    return rows.sort_values(["asset_id", "timestamp"], kind="stable").reset_index(drop=True)


def without_stuck(rows, sensor):
    known = rows[sensor].groupby(rows.asset_id).ffill()
    same = known == known.groupby(rows.asset_id).shift()
    run = same.groupby((~same).cumsum()).cumsum() + 1
    at_its_end = (sensor == "inlet_valve_pct") & known.isin([0, 100])
    return rows[sensor].where((run < STUCK_AFTER) | at_its_end)


def rolling_mean(rows, values, minutes):
    frame = pd.DataFrame({"asset_id": rows.asset_id, "timestamp": rows.timestamp, "x": values})
    windows = frame.set_index("timestamp").groupby("asset_id")["x"].rolling(f"{minutes}min", min_periods=1)
    return windows.mean().to_numpy()


def features(rows, sensors):
    table = {}
    start = rows.groupby("asset_id").timestamp.transform("min")
    minute = (rows.timestamp - start).dt.total_seconds().to_numpy() / 60
    for sensor in sensors:
        value = without_stuck(rows, sensor)
        by_asset = value.groupby(rows.asset_id)
        filled = by_asset.ffill(limit=STALE_MINUTES)
        at = np.where(value.isna(), np.nan, minute)
        squares = by_asset.diff() ** 2
        mean = {minutes: rolling_mean(rows, value, minutes) for minutes in (5, 15, 30)}
        table[sensor] = value
        for lag in (2, 3, 5):
            table[f"{sensor}_change{lag}"] = filled - filled.groupby(rows.asset_id).shift(lag)
        for minutes in (5, 15, 30):
            table[f"{sensor}_mean{minutes}"] = mean[minutes]
            table[f"{sensor}_jitter{minutes}"] = np.sqrt(rolling_mean(rows, squares, minutes))
        for minutes in (5, 15):
            mean_at = rolling_mean(rows, at, minutes)
            variance = rolling_mean(rows, at**2, minutes) - mean_at**2
            covariance = rolling_mean(rows, at * value, minutes) - mean_at * mean[minutes]
            table[f"{sensor}_slope{minutes}"] = np.where(
                variance > 0.1, covariance / np.where(variance > 0.1, variance, 1), np.nan
            )
    return pd.DataFrame(table)


def boosting():
    return lgb.LGBMClassifier(
        n_estimators=120, num_leaves=15, learning_rate=0.1, colsample_bytree=0.5, random_state=SEED, n_jobs=2, verbose=-1)


def network():
    return make_pipeline(
        SimpleImputer(), StandardScaler(),
        MLPClassifier((64, 64), batch_size=128, learning_rate_init=0.003, max_iter=20, random_state=SEED))


def some_assets(assets):
    """Whole assets, in random order, of at most SEARCH_ROWS rows."""
    rows = assets.value_counts().loc[np.random.default_rng(SEED).permutation(assets.unique())]
    return assets.isin(rows.index[rows.cumsum() <= SEARCH_ROWS]).to_numpy()


def search(make, x, y, assets):
    """The macro F1 of each fold, whose assets are in no other."""
    return [
        f1_score(y[unseen], make().fit(x[seen], y[seen]).predict(x[unseen]), average="macro")
        for seen, unseen in GroupKFold(3).split(x, y, assets)]


def interval(labels, called, assets, modes):
    """From the confusion of each asset, drawn with replacement."""
    one = np.array([
        np.bincount(labels[assets == asset] * modes + called[assets == asset], minlength=modes * modes)
        for asset in np.unique(assets)]).reshape(-1, modes, modes)
    random = np.random.default_rng(SEED)
    drawn = [macro_f1(one[random.integers(0, len(one), len(one))].sum(axis=0)) for _ in range(200)]
    return np.quantile(drawn, [0.025, 0.975])


def macro_f1(confusion):
    return np.nanmean(2 * np.diag(confusion) / (confusion.sum(axis=0) + confusion.sum(axis=1)))


def main():
    sources, directory = sys.argv[1:3]
    started = clock = time.perf_counter()

    def part(name):
        nonlocal clock
        print(f"{name:<10}{time.perf_counter() - clock:8.2f} s", flush=True)
        clock = time.perf_counter()

    rows = read(sources)
    part("read")
    table = features(rows, rows.columns[2:10])
    table.to_parquet(f"{directory}/asset-mode.parquet", compression="zstd")
    part("features")
    x, (y, modes) = table.to_numpy(), pd.factorize(rows.operational_mode, sort=True)
    test = (rows.part == "test").to_numpy()
    learnt = rows[~test]
    some = np.flatnonzero(~test)[some_assets(learnt.asset_id)]
    candidates = {"boosting": boosting} | ({"network": network} if "--network" in sys.argv else {})
    for name, make in candidates.items():
        scores = search(make, x[some], y[some], rows.asset_id[some])
        part("search")
        called = make().fit(x[~test], y[~test]).predict(x[test])
        part("train")
        assets = rows.asset_id[test].to_numpy()
        low, high = interval(y[test], called, assets, len(modes))
        f1 = f1_score(y[test], called, average="macro")
        part("evaluate")
        print(f"{name}: macro F1 {np.mean(scores):.4f} by {len(scores)} folds of {len(some)} rows, test {f1:.4f} ({low:.4f} to {high:.4f})")
    print(f"{'all':<10}{time.perf_counter() - started:8.2f} s")


if __name__ == "__main__":
    main()
