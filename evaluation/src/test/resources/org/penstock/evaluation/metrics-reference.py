"""Writes metrics-reference.csv with scikit-learn; run it where pip may install:

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install scikit-learn==1.9.0
    /tmp/venv/bin/python metrics-reference.py > metrics-reference.csv

The rows come from whole-number arithmetic, so that Java has the very same ones.
"""
import sys

import numpy as np
from sklearn import metrics


def rows(name):
    n = {"distinct": 1000, "ties": 1000, "rare": 5000, "few": 7, "constant": 100}[name]
    i = np.arange(n, dtype=np.int64)
    k = (i * 7919) % 1009
    p = {
        "distinct": k / 1009.0,
        "ties": (k // 50) / 25.0,
        "rare": (k // 5) / 2048.0,
        "few": (k // 200) / 8.0,
        "constant": np.full(n, 0.25),
    }[name]
    limit = {"distinct": k, "ties": k, "rare": 5 + k // 40, "few": k, "constant": 250 + 0 * k}[name]
    y = ((i * 104729 + 31) % 997 < limit).astype(int)
    return y, p


def lift(y, p):
    """The expected share of positives in the top tenth when ties are broken at random."""
    left, found = len(y) / 10.0, 0.0
    for value in np.unique(p)[::-1]:
        tied = y[p == value]
        taken = min(left, len(tied))
        found += tied.mean() * taken
        left -= taken
    return found / (len(y) / 10.0) / y.mean()


def calibration_error(y, p):
    """Ten bins of equally many rows from the top; equal probabilities share a bin."""
    n, error, bins, start, seen = len(y), 0.0, 0, None, 0
    members = np.zeros(n, dtype=bool)
    for value in np.unique(p)[::-1]:
        members |= p == value
        seen += (p == value).sum()
        if seen * 10 >= (bins + 1) * n or seen == n:
            error += abs(p[members].sum() - y[members].sum()) / n
            bins = seen * 10 // n
            members[:] = False
    return error


print("case,threshold,false-positive-cost,false-negative-cost,metric,value")
for name, threshold in [("distinct", 0.5), ("ties", 0.48), ("rare", 0.0625), ("few", 0.375), ("constant", 0.25)]:
    y, p = rows(name)
    said = (p >= threshold).astype(int)
    tn, fp, fn, tp = metrics.confusion_matrix(y, said).ravel()
    values = {
        "auc": metrics.roc_auc_score(y, p),
        "average-precision": metrics.average_precision_score(y, p),
        "log-loss": metrics.log_loss(y, p),
        "brier": metrics.brier_score_loss(y, p),
        "calibration-error": calibration_error(y, p),
        "top-decile-lift": lift(y, p),
        "accuracy": metrics.accuracy_score(y, said),
        "precision": metrics.precision_score(y, said),
        "recall": metrics.recall_score(y, said),
        "f1": metrics.f1_score(y, said),
        "expected-cost": (fp * 2.0 + fn * 7.0) / len(y),
    }
    for metric, value in values.items():
        print(f"{name},{threshold},2.0,7.0,{metric},{float(value)!r}")
