"""smart-thermostat in scikit-learn and LightGBM: the recipe of the project, and the notebook it began with.

usage: smart_thermostat.py CSV DIRECTORY [--splits N]

Does what a run does: features, three members judged by three folds of the train rows, out-of-fold ranks calibrated by a logistic
curve, all members learnt again from the train rows, 200 bootstraps on the test rows, a list of who has not bought as CSV and Parquet.
Prints the seconds of each part and of all. With --splits, judges the ensemble, its members and the notebook on N stratified splits
instead, and prints mean and deviation.
"""

import sys
import time

import numpy as np
import pandas as pd
from lightgbm import LGBMClassifier
from scipy.stats import rankdata
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold, StratifiedShuffleSplit
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

CATEGORIES = ["electricity_last_contract_term", "province"]
GAS, AREA = "gas_annual_consumption_estimated", "VLOEROPPERVLAK_VERBLIJFSOBJECT"
TOTAL = "electricity_annual_consumption_estimated_total"
OFF_PEAK, PEAK = TOTAL.replace("total", "offpeak"), TOTAL.replace("total", "peak")
LAST_TOTAL, LAST_GAS = ("electricity_last_contract_annual_consumption_estimated_total",
                        "gas_last_contract_annual_consumption_estimated")
SEED = 20240101


def read(csv):
    return pd.read_csv(csv, index_col=0, true_values=["TRUE"], false_values=["FALSE"])


def notebook_features(customers):
    """Medians over all rows, test rows included: the leak."""
    table = customers.drop(columns="bought_toon")
    numbers = table.select_dtypes("number").columns
    table[numbers] = table[numbers].fillna(table[numbers].median())
    table[CATEGORIES] = table[CATEGORIES].fillna("onbekend")
    return pd.get_dummies(table, columns=CATEGORIES, drop_first=True).to_numpy(float)


def features(customers):
    table = pd.get_dummies(customers.drop(columns="bought_toon"), columns=CATEGORIES, dummy_na=True).astype(float)
    table["off_peak_share"] = table[OFF_PEAK] / table[TOTAL].where(table[TOTAL] > 0)
    table["single_tariff"] = (table[PEAK].notna() & table[OFF_PEAK].isna()).astype(float)
    table["gas_per_area"] = table[GAS] / table[AREA]
    table["electricity_per_area"] = table[TOTAL] / table[AREA]
    table["same_electricity"] = (table[TOTAL] == table[LAST_TOTAL]).astype(float)
    table["same_gas"] = (table[GAS] == table[LAST_GAS]).astype(float)
    for name in [GAS, TOTAL, AREA]:
        table["log_" + name] = np.log1p(table[name])
    return table.to_numpy(float)


class Filled:
    """Medians of the rows learnt from, and what was missing."""

    def __init__(self, model):
        self.model = model

    def fit(self, rows, labels):
        self.medians = np.nanmedian(rows, axis=0)
        self.sometimes = np.isnan(rows).any(axis=0)
        self.model.fit(self.fill(rows), labels)
        return self

    def fill(self, rows):
        missing = np.isnan(rows)
        return np.hstack([np.where(missing, self.medians, rows), missing[:, self.sometimes]])

    def predict_proba(self, rows):
        return self.model.predict_proba(self.fill(rows))


def members():
    return {
        "logistic": Filled(make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))),
        "boosting": LGBMClassifier(n_estimators=100, num_leaves=6, learning_rate=0.05, subsample=0.7, subsample_freq=1,
                                   colsample_bytree=0.5, random_state=SEED, n_jobs=1, verbose=-1),
        "forest": Filled(RandomForestClassifier(n_estimators=300, min_samples_leaf=20, random_state=SEED, n_jobs=1)),
    }


def scores(rows, labels, train, test):
    return {name: model.fit(rows[train], labels[train]).predict_proba(rows[test])[:, 1]
            for name, model in members().items()}


def mean_rank(scores):
    return np.mean([rankdata(one) / len(one) for one in scores.values()], axis=0)


def lift(labels, chances):
    first = np.argsort(-chances, kind="stable")[:round(len(labels) / 10)]
    return labels[first].mean() / labels.mean()


def run(csv, directory):
    parts = [("read", time.perf_counter())]
    customers = read(csv)
    labels = customers.bought_toon.to_numpy()
    rows = features(customers)
    parts.append(("features", time.perf_counter()))
    train, test = next(StratifiedShuffleSplit(1, test_size=0.2, random_state=SEED).split(rows, labels))
    out_of_fold = np.empty(len(train))
    for seen, unseen in StratifiedKFold(3, shuffle=True, random_state=SEED).split(train, labels[train]):
        out_of_fold[unseen] = mean_rank(scores(rows, labels, train[seen], train[unseen]))
    curve = LogisticRegression().fit(out_of_fold.reshape(-1, 1), labels[train])
    parts.append(("search", time.perf_counter()))
    learnt = {name: model.fit(rows[train], labels[train]) for name, model in members().items()}
    chances = mean_rank({name: model.predict_proba(rows)[:, 1] for name, model in learnt.items()})
    chances = curve.predict_proba(chances.reshape(-1, 1))[:, 1]
    parts.append(("train", time.perf_counter()))
    draw = np.random.default_rng(SEED)
    intervals = [judge(labels[some], chances[some]) for some in (draw.choice(test, len(test)) for _ in range(200))]
    parts.append(("evaluate", time.perf_counter()))
    ranking = pd.DataFrame({
        "customer_id": customers.index, "possible_prospect": chances >= 1 / 31, "reject_toon_chance": 1 - chances,
        "buy_toon_chance": chances})[~labels].sort_values(["buy_toon_chance", "customer_id"], ascending=[False, True])
    ranking.to_csv(f"{directory}/ranking.csv", index=False)
    ranking.to_parquet(f"{directory}/ranking.parquet", compression="zstd")
    parts.append(("score", time.perf_counter()))
    for (_, before), (name, after) in zip(parts, parts[1:]):
        print(f"{name} {after - before:.2f} s", end=", ")
    print(f"all {parts[-1][1] - parts[0][1]:.2f} s")
    auc, precision, top = judge(labels[test], chances[test])
    low, high = np.percentile([one[0] for one in intervals], [2.5, 97.5])
    print(f"auc {auc:.4f} ({low:.4f} to {high:.4f}), average precision {precision:.4f}, top-decile lift {top:.2f}")


def judge(labels, chances):
    return roc_auc_score(labels, chances), average_precision_score(labels, chances), lift(labels, chances)


def splits(csv, count):
    customers = read(csv)
    labels = customers.bought_toon.to_numpy()
    rows, raw = features(customers), notebook_features(customers)
    found = {}
    for train, test in StratifiedShuffleSplit(count, test_size=0.2, random_state=SEED).split(rows, labels):
        said = scores(rows, labels, train, test)
        said["mean rank"] = mean_rank(said)
        notebook = LogisticRegression(class_weight="balanced").fit(raw[train], labels[train])
        said["notebook"] = notebook.predict_proba(raw[test])[:, 1]
        scaled = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced", max_iter=1000))
        said["notebook, converged"] = scaled.fit(raw[train], labels[train]).predict_proba(raw[test])[:, 1]
        for name, chances in said.items():
            found.setdefault(name, []).append(judge(labels[test], chances))
    print(f"{'':20} auc             average precision   top-decile lift   ({count} stratified splits)")
    for name, judged in found.items():
        means, deviations = np.mean(judged, axis=0), np.std(judged, axis=0)
        print(f"{name:20}", "   ".join(f"{m:.4f} ± {d:.4f}" for m, d in zip(means, deviations)))


if __name__ == "__main__":
    if "--splits" in sys.argv:
        splits(sys.argv[1], int(sys.argv[sys.argv.index("--splits") + 1]))
    else:
        run(*sys.argv[1:3])
