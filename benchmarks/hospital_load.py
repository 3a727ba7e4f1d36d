"""The recipe of projects/hospital-load in pandas and LightGBM.

usage: hospital_load.py CSV DIRECTORY

Features by the building's clock, calendar and seasons; a search of the same candidates by five folds of time; the last fifth predicted
by the chosen one; conformal intervals by hour; day-ahead forecasts of July to December, learnt again every day, with the errors of
the day before carried over; intervals of the mean error from 200 resamples of weeks. Prints the seconds of each part and what comes out;
writes the features to DIRECTORY.
"""

import sys
import time

import numpy as np
import pandas as pd
from lightgbm import LGBMRegressor

HOLIDAYS = "01-01 01-16 02-20 05-29 07-04 09-04 10-09 11-11 11-23 12-25".split()
SHRINKAGE = 5
FOLDS = 5


def features(csv, directory):
    rows = pd.read_csv(csv, parse_dates=["ds"])
    begin = rows.ds - pd.Timedelta(hours=1)
    summer = (begin >= "2015-03-12 02:00") & (begin < "2015-11-05 01:00")
    clock = begin + pd.to_timedelta(summer.astype(int), unit="h")
    weekday = (clock.dt.day_of_week + 3) % 7
    rows["type"] = np.where((weekday == 6) | clock.dt.strftime("%m-%d").isin(HOLIDAYS), 2, np.where(weekday == 5, 1, 0))
    rows["hour"] = clock.dt.hour
    since = (clock.dt.day_of_year + 10) % 365
    rows["warmth"] = np.where(since <= 268, -np.cos(np.pi * since / 268), np.cos(np.pi * (since - 268) / 97))
    rows.to_parquet(f"{directory}/hospital-load.parquet", compression="zstd")
    return rows


def cells(learnt, asked, median=True, season=True):
    """Middles by type and hour, and slopes of warmth by hour, fitted in turn."""
    y, cell, hour = learnt.y.to_numpy(), (learnt.type * 24 + learnt.hour).to_numpy(), learnt.hour.to_numpy()
    mean = learnt.warmth.mean()
    warmth = learnt.warmth.to_numpy() - mean
    slopes = np.zeros(24)
    for _ in range(4):
        left = pd.Series(y - slopes[hour] * warmth).groupby(cell)
        middles = (left.median() if median else left.mean()).reindex(range(72)).fillna(np.median(y)).to_numpy()
        if season:
            rest = y - middles[cell]
            slopes = np.bincount(hour, warmth * rest, 24) / (np.bincount(hour, warmth**2, 24) + SHRINKAGE * (warmth**2).mean())
    asked_cell = (asked.type * 24 + asked.hour).to_numpy()
    return middles[asked_cell] + slopes[asked.hour.to_numpy()] * (asked.warmth.to_numpy() - mean)


def boosting(leaves):
    def predict(learnt, asked):
        model = LGBMRegressor(
            objective="l1", n_estimators=100, num_leaves=leaves, learning_rate=0.1, n_jobs=1, verbose=-1, deterministic=True, force_row_wise=True)
        names = ["type", "hour", "warmth"]
        return model.fit(learnt[names], learnt.y).predict(asked[names])

    return predict


CANDIDATES = {
    "cells": cells,
    "cells-mean": lambda learnt, asked: cells(learnt, asked, median=False),
    "boosting 4": boosting(4),
    "boosting 8": boosting(8),
    "no-seasons": lambda learnt, asked: cells(learnt, asked, season=False),
}


def search(train):
    """Each fifth of the later half is predicted by all that came before."""
    starts = [len(train) * (FOLDS + fold) // (2 * FOLDS) for fold in range(FOLDS)] + [len(train)]
    judged = train.iloc[starts[0]:]
    said = {
        name: np.concatenate([candidate(train.iloc[:start], train.iloc[start:end]) for start, end in zip(starts, starts[1:])])
        for name, candidate in CANDIDATES.items()}
    errors = {name: np.abs(judged.y.to_numpy() - numbers) for name, numbers in said.items()}
    sizes = [np.quantile(errors["cells"][(judged.hour == hour).to_numpy()], 0.9, method="higher") for hour in range(24)]
    return {name: error.mean() for name, error in errors.items()}, np.array(sizes)


def rolling(rows):
    start, said, missed, products, squares = 4344, [], np.zeros(24), 0.0, 0.0
    for origin in range(start, len(rows), 24):
        day = rows.iloc[origin:origin + 24]
        plain = cells(rows.iloc[:origin], day)
        carry = min(max(products / squares, 0), 0.95) if squares else 0
        said.append(plain + carry * missed)
        error = day.y.to_numpy() - plain
        products, squares, missed = products + missed @ error, squares + missed @ missed, error
    return np.abs(rows.y.to_numpy()[start:] - np.concatenate(said))


def interval(errors):
    weeks = [errors[week:week + 168] for week in range(0, len(errors), 168)]
    random = np.random.default_rng(1)
    drawn = [np.concatenate([weeks[i] for i in random.integers(0, len(weeks), len(weeks))]).mean() for _ in range(200)]
    return np.quantile(drawn, [0.025, 0.975])


def main():
    csv, directory = sys.argv[1:]
    started = time.perf_counter()
    clock = started

    def part(name):
        nonlocal clock
        print(f"{name:<10}{time.perf_counter() - clock:8.2f} s")
        clock = time.perf_counter()

    rows = features(csv, directory)
    part("features")
    cut = round(0.8 * len(rows))
    train, test = rows.iloc[:cut], rows.iloc[cut:]
    inner, sizes = search(train)
    part("search")
    finals = {name: np.abs(test.y.to_numpy() - candidate(train, test)) for name, candidate in CANDIDATES.items()}
    part("train")
    days = rolling(rows)
    part("rolling")
    y, last = rows.y.to_numpy(), np.arange(cut, len(rows))
    naive = {lag: np.abs(y[last] - y[last - ((last - cut) // lag + 1) * lag]) for lag in (24, 168)}
    errors = finals["cells"]
    print(f"inner MAE {', '.join(f'{name} {error:.2f}' for name, error in inner.items())}")
    print(f"last 20 % {', '.join(f'{name} {error.mean():.2f}' for name, error in finals.items())}")
    print(f"last 20 % MAE {errors.mean():.2f} {interval(errors).round(1)}, naive 24 {naive[24].mean():.1f}, naive 168 {naive[168].mean():.1f}")
    print(f"coverage of 90 % {(errors <= sizes[test.hour]).mean():.3f}")
    print(f"day-ahead MAE {days.mean():.2f} {interval(days).round(1)}")
    part("evaluate")
    print(f"{'all':<10}{time.perf_counter() - started:8.2f} s")


if __name__ == "__main__":
    main()
