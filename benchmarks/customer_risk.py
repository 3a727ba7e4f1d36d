"""The recipe of projects/customer-risk in pandas, scikit-learn and LightGBM.

usage: customer_risk.py CSV DIRECTORY

Features, a split that keeps equal rows together, a search of the same combinations by five folds, Platt's calibration on the
out-of-fold scores, the cheapest threshold, the test part with intervals from 200 resamples of groups, and five folds, twice, of
the chosen recipe over all rows. Prints the seconds of each part and what comes out; writes the features to DIRECTORY.
"""

import sys
import time
import warnings

import numpy as np
import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, classification_report, roc_auc_score
from sklearn.model_selection import GridSearchCV, StratifiedGroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

INPUTS = ["deposits", "withdrawals", "stakes", "product", "age"]
SEED = 20240101
COST = {"false-positive": 1, "false-negative": 3}

warnings.filterwarnings("ignore", message="X does not have valid feature names")


def features(csv, directory):
    customers = pd.read_csv(csv, keep_default_na=False, na_values={"withdrawals": ["NA"]})
    groups = customers.groupby(INPUTS, dropna=False).ngroup().to_numpy()
    deposits = customers.deposits.where(customers.deposits > 0)
    table = customers[["deposits", "withdrawals", "stakes"]].astype(float)
    table["withdrawals_per_deposit"] = customers.withdrawals / deposits
    table["stakes_per_deposit"] = customers.stakes / deposits
    table = table.join(pd.get_dummies(customers[["product", "age"]], dtype=float))
    table.to_parquet(f"{directory}/customer-risk.parquet", compression="zstd")
    return table.to_numpy(), customers.target.to_numpy(), groups


def folds(seed):
    return StratifiedGroupKFold(5, shuffle=True, random_state=seed)


def candidates():
    boosting = LGBMClassifier(
        learning_rate=0.05, class_weight="balanced", n_jobs=1, verbose=-1, random_state=SEED, deterministic=True, force_row_wise=True)
    logistic = make_pipeline(
        SimpleImputer(add_indicator=True), StandardScaler(), LogisticRegression(class_weight="balanced", max_iter=1000))
    forest = RandomForestClassifier(300, min_samples_leaf=20, class_weight="balanced", n_jobs=1, random_state=SEED)
    return [
        (boosting, {"n_estimators": [100, 200], "num_leaves": [4, 6], "colsample_bytree": [0.6, 1.0]}),
        (logistic, {}),
        (forest, {}),
    ]


def search(x, y, groups):
    searches = [
        GridSearchCV(model, grid, scoring="average_precision", cv=folds(SEED), n_jobs=2).fit(x, y, groups=groups)
        for model, grid in candidates()]
    return max(searches, key=lambda one: one.best_score_), searches


def scores(model, x):
    return model.predict_proba(x)[:, 1]


def calibrated(model, x, y, groups):
    """Platt's curve of out-of-fold scores, and the threshold that costs least on them."""
    unseen = cross_val_predict(model, x, y, groups=groups, cv=folds(SEED), method="predict_proba", n_jobs=2)[:, 1]
    curve = LogisticRegression(C=1e6).fit(logit(unseen), y)
    probabilities = scores(curve, logit(unseen))
    order = np.argsort(-probabilities)
    cost = np.cumsum(np.where(y[order] == 1, -COST["false-negative"], COST["false-positive"]))
    return curve, probabilities[order[cost.argmin()]]


def logit(p):
    p = np.clip(p, 1e-9, 1 - 1e-9)
    return np.log(p / (1 - p)).reshape(-1, 1)


def intervals(y, p, groups, resamples=200):
    rng = np.random.default_rng(SEED)
    _, number = np.unique(groups, return_inverse=True)
    drawn = []
    for _ in range(resamples):
        weight = rng.multinomial(number.max() + 1, np.full(number.max() + 1, 1 / (number.max() + 1)))[number]
        drawn.append((roc_auc_score(y, p, sample_weight=weight), average_precision_score(y, p, sample_weight=weight)))
    return np.percentile(drawn, [2.5, 97.5], axis=0)


def repeated(model, x, y, groups):
    found = []
    for repeat in range(2):
        for train, test in folds(SEED + 1 + repeat).split(x, y, groups):
            p = scores(model.fit(x[train], y[train]), x[test])
            found.append((roc_auc_score(y[test], p), average_precision_score(y[test], p)))
    return np.array(found)


def main():
    csv, directory = sys.argv[1:]
    times = [time.perf_counter()]
    x, y, groups = features(csv, directory)
    times.append(time.perf_counter())
    in_test = np.random.default_rng(SEED).random(groups.max() + 1)[groups] < 0.3
    train = ~in_test
    best, searches = search(x[train], y[train], groups[train])
    curve, threshold = calibrated(best.best_estimator_, x[train], y[train], groups[train])
    times.append(time.perf_counter())
    p = scores(curve, logit(scores(best.best_estimator_, x[in_test])))
    lower, upper = intervals(y[in_test], p, groups[in_test])
    times.append(time.perf_counter())
    folded = repeated(best.best_estimator_, x, y, groups)
    times.append(time.perf_counter())

    parts = np.diff(times)
    print("features {:.2f} s, search {:.2f} s, test {:.2f} s, 5 folds twice {:.2f} s, all {:.2f} s".format(*parts, sum(parts)))
    for one in searches:
        print(f"{type(one.best_estimator_).__name__}: average precision {one.best_score_:.4f} {one.best_params_}")
    print(f"test: AUC {roc_auc_score(y[in_test], p):.4f} ({lower[0]:.4f} to {upper[0]:.4f}),"
          f" average precision {average_precision_score(y[in_test], p):.4f} ({lower[1]:.4f} to {upper[1]:.4f})")
    mean, spread = folded.mean(axis=0), folded.std(axis=0, ddof=1)
    print(f"5 folds twice: AUC {mean[0]:.4f} ± {spread[0]:.4f}, average precision {mean[1]:.4f} ± {spread[1]:.4f}")
    print(classification_report(y[in_test], p >= threshold, digits=3))


if __name__ == "__main__":
    main()
