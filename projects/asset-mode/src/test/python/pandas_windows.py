"""The windows of asset-mode in pandas, as the Java code is compared with them.

    python pandas_windows.py golden FOLDER           invents golden-readings.csv and writes golden-features.csv of it
    python pandas_windows.py sums FOLDER FILE...     writes real-sums.csv: what the features of all files add up to

Readings are laid on a grid of minutes; a window of n minutes is n cells of it. Nothing is repaired but equal rows.
"""

import pathlib
import random
import sys

import numpy as np
import pandas as pd

SENSORS = ["motor_current_a", "shaft_speed_rpm", "vibration_mm_s", "bearing_temp_c", "discharge_pressure_kpa", "flow_m3_h",
           "oil_temp_c", "inlet_valve_pct"]
STALE = 3


def cells(values, minutes):
    """One row a minute: its last cells, the latest at the end."""
    return np.lib.stride_tricks.sliding_window_view(np.concatenate([np.full(minutes - 1, np.nan), values]), minutes)


def slope(grid, minutes):
    window = cells(grid.to_numpy(), minutes)
    there = ~np.isnan(window)
    count = there.sum(axis=1)
    at = np.where(there, np.arange(minutes), 0.0)
    x = np.where(there, at - (at.sum(axis=1) / np.maximum(count, 1))[:, None], 0)
    y = np.where(there, window, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        centred = np.where(there, y - (y.sum(axis=1) / count)[:, None], 0)
        return np.where(count >= 3, (x * centred).sum(axis=1) / (x * x).sum(axis=1), np.nan)


def jitter(grid, minutes):
    """Steps between readings that are both in the window."""
    known = grid.dropna()
    step = known.diff().reindex(grid.index)
    since = (known.index.to_series().diff() / pd.Timedelta("1min")).reindex(grid.index)
    inside = cells(since.to_numpy(), minutes) <= np.arange(minutes)
    squares = np.where(inside, cells(step.to_numpy(), minutes) ** 2, 0)
    with np.errstate(invalid="ignore"):
        return np.where(inside.any(axis=1), np.sqrt(squares.sum(axis=1) / inside.sum(axis=1)), np.nan)


def windows(grid):
    held = grid.ffill(limit=STALE)
    features = {"now": grid}
    features |= {f"change{n}": held - held.shift(n) for n in (2, 3, 5)}
    features |= {f"mean{n}": grid.rolling(f"{n}min", min_periods=1).mean() for n in (5, 15, 30)}
    features |= {f"slope{n}": slope(grid, n) for n in (5, 15)}
    features |= {f"jitter{n}": jitter(grid, n) for n in (5, 15, 30)}
    return pd.DataFrame(features, index=grid.index)


def features(readings):
    """Rows by time and asset; columns sensor by sensor."""
    tables = []
    for asset, own in readings.drop_duplicates().groupby("asset_id"):
        own = own.set_index("timestamp").sort_index()
        assert own.index.is_unique
        grid = own[SENSORS].asfreq("1min")
        table = pd.concat([windows(grid[sensor]).add_prefix(sensor + "_") for sensor in SENSORS], axis=1)
        tables.append(table.loc[own.index].assign(asset_id=asset))
    table = pd.concat(tables).reset_index(names="timestamp").sort_values(["timestamp", "asset_id"], ignore_index=True)
    return table[["timestamp", "asset_id", *table.columns[1:-1]]]


def invented():
    """Two assets that wander, at the same time, with missing cells and two gaps each; one sensor falls silent."""
    draw = random.Random(5)
    rows = []
    for asset, gaps in (("G1", {40: 5, 70: 26}), ("G2", {20: 3, 55: 45})):
        time, values = pd.Timestamp("2022-02-01 23:00"), [20, 400, 2, 50, 300, 80, 40, 50]
        for i in range(100):
            time += pd.Timedelta(minutes=gaps.get(i, 1))
            values = [abs(value * (1 + draw.gauss(0, 0.03))) for value in values]
            texts = ["" if draw.random() < 0.08 or 30 < i < 38 and s == 3 else f"{min(v, 99.5 if s == 7 else v):.2f}"
                     for s, v in enumerate(values)]
            rows.append([str(time), asset, *texts, "idle"])
    return pd.DataFrame(rows, columns=["timestamp", "asset_id", *SENSORS, "operational_mode"])


def golden(folder):
    invented().to_csv(folder / "golden-readings.csv", index=False, lineterminator="\n")
    table = features(pd.read_csv(folder / "golden-readings.csv", parse_dates=["timestamp"]))
    table[2::6].to_csv(folder / "golden-features.csv", index=False, float_format="%.9g", lineterminator="\n")


def sums(folder, files):
    table = features(pd.concat([pd.read_csv(file, parse_dates=["timestamp"]) for file in files]))
    numbers = table.iloc[:, 2:]
    weights = np.arange(len(numbers)) % 97 + 1
    lines = [f"{name},{values.count()},{values.abs().sum():.13g},{(values * weights).sum():.13g}"
             for name, values in numbers.items()]
    (folder / "real-sums.csv").write_text("\n".join(["feature,count,absolute,weighted", *lines]) + "\n")
    print(len(table))


if __name__ == "__main__":
    if sys.argv[1] == "golden":
        golden(pathlib.Path(sys.argv[2]))
    else:
        sums(pathlib.Path(sys.argv[2]), sys.argv[3:])
