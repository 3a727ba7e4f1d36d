"""asset-mode in Python: the same repairs, windows and boosting with pandas and LightGBM, on the same assets.

    OMP_NUM_THREADS=2 python benchmarks/asset_mode.py DIRECTORY   # of training_data.csv.gz, validation_…, test_…

Prints the macro F1 of the eight test assets and the seconds from the files to it.
"""

import sys
import time

import lightgbm as lgb
import numpy as np
import pandas as pd
from sklearn.metrics import f1_score

STUCK_AFTER = 10
STALE_MINUTES = 3


def read(directory):
    parts = [
        pd.read_csv(f"{directory}/{part}_data.csv.gz", parse_dates=["timestamp"]).assign(part=part)
        for part in ("training", "validation", "test")
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


def main():
    begin = time.perf_counter()
    rows = read(sys.argv[1])
    table = features(rows, rows.columns[2:10])
    test = rows.part == "test"
    model = lgb.LGBMClassifier(
        n_estimators=120, num_leaves=15, learning_rate=0.1, colsample_bytree=0.5, random_state=1, n_jobs=2, verbose=-1
    )
    model.fit(table[~test], rows.operational_mode[~test])
    called = model.predict(table[test])
    f1 = f1_score(rows.operational_mode[test], called, average="macro")
    print(f"macro_f1={f1:.4f} seconds={time.perf_counter() - begin:.1f}")


if __name__ == "__main__":
    main()
