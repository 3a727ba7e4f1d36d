"""The features of customer-risk in pandas, as the Java code is compared with them.

    python pandas_features.py train.csv [GOLDEN_DIRECTORY]

Prints the SHA-256 of all features: seven little-endian doubles a row (missing is NaN; categories by their place in LEVELS),
rows in the order of the file. With a directory, writes one row of each kind and its features there.
"""

import hashlib
import pathlib
import sys

import numpy as np
import pandas as pd

AMOUNTS = ["deposits", "withdrawals", "stakes"]
LEVELS = {"product": ["bet", "gaming"], "age": ["<30", "30-50", "50+"]}


def features(customers):
    table = customers[AMOUNTS].apply(pd.to_numeric, errors="coerce")
    for column, levels in LEVELS.items():
        table[column] = customers[column].map(levels.index)
    deposits = table.deposits.where(table.deposits > 0)
    table["withdrawals_per_deposit"] = table.withdrawals / deposits
    table["stakes_per_deposit"] = table.stakes / deposits
    return table


def digest(table):
    values = table.to_numpy(dtype="<f8")
    return hashlib.sha256(np.where(np.isnan(values), np.nan, values).tobytes()).hexdigest()


def golden(customers, table):
    """The first row of each kind."""
    kinds = [
        (table.deposits > 0) & (table.withdrawals > 0) & (table.stakes > 0),
        table.withdrawals.isna() & (table.deposits > 0),
        (table.deposits == 0) & (table.withdrawals > 0),
        (table.deposits == 0) & table.withdrawals.isna(),
        (table.withdrawals == 0) & (table.deposits > 0),
        (table.stakes == 0) & (table.deposits > 0),
        table.withdrawals > table.deposits,
        table.withdrawals == table.withdrawals.max(),
        table.stakes == table.stakes.max(),
        (table.stakes_per_deposit * 3 % 1 != 0) & (table.deposits == 70),
        customers.target == "1",
        *(customers.age == level for level in LEVELS["age"]),
    ]
    return sorted({int(kind.idxmax()) for kind in kinds})


def main(path, directory=None):
    customers = pd.read_csv(path, dtype=str, keep_default_na=False)
    table = features(customers)
    print(len(table), digest(table))
    if directory:
        rows = golden(customers, table)
        directory = pathlib.Path(directory)
        customers.loc[rows].to_csv(directory / "golden-customers.csv", index=False, lineterminator="\n")
        table.loc[rows].to_csv(directory / "golden-features.csv", index=False, lineterminator="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
