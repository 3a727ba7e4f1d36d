"""The features of smart-thermostat in pandas, as the Java code is compared with them.

    python notebook_features.py data_set.csv [GOLDEN_DIRECTORY]

`notebook`: the 39 features of the notebook: medians over all rows into 11 columns of numbers, "onbekend" into term and
province, one column a level but the first. `derived`: what is made of the raw columns besides. Prints how many there are, the
medians, and the SHA-256 of both tables: little-endian doubles, row by row, missing is NaN. With a directory, writes a
few customers and their features there.
"""

import hashlib
import pathlib
import sys

import numpy as np
import pandas as pd

CATEGORIES = ["electricity_last_contract_term", "province"]
TARGET = "bought_toon"


def numbers(customers):
    return [column for column in customers if customers[column].dtype.kind in "if"]


def notebook(customers):
    table = customers.drop(columns=TARGET)
    filled = numbers(table)
    table[filled] = table[filled].fillna(table[filled].median())
    table[CATEGORIES] = table[CATEGORIES].fillna("onbekend")
    return pd.get_dummies(table, columns=CATEGORIES, drop_first=True)


def derived(customers):
    total = customers.electricity_annual_consumption_estimated_total
    peak = customers.electricity_annual_consumption_estimated_peak
    off_peak = customers.electricity_annual_consumption_estimated_offpeak
    gas = customers.gas_annual_consumption_estimated
    area = customers.VLOEROPPERVLAK_VERBLIJFSOBJECT
    table = pd.DataFrame(index=customers.index)
    table["off_peak_share"] = off_peak / total.where(total > 0)
    table["single_tariff"] = peak.notna() & off_peak.isna()
    table["gas_per_area"] = gas / area
    table["electricity_per_area"] = total / area
    table["same_electricity"] = total == customers.electricity_last_contract_annual_consumption_estimated_total
    table["same_gas"] = gas == customers.gas_last_contract_annual_consumption_estimated
    return table


def digest(table):
    values = table.to_numpy(dtype="<f8")
    return hashlib.sha256(np.where(np.isnan(values), np.nan, values).tobytes()).hexdigest()


def golden(customers):
    """The first customer of each kind."""
    return sorted({int(kind.idxmax()) for kind in [
        customers.notna().all(axis=1),
        customers[TARGET],
        customers.electricity_last_contract_term == "2 YEARS",
        customers.electricity_last_contract_term.isna(),
        customers.province.isna(),
        customers.BOUWJAAR_PAND == 1005,
        customers.BOUWJAAR_PAND.isna(),
        customers.age == 7,
        customers.age == 120,
        customers.age.isna(),
        customers.electricity_annual_consumption_estimated_total == 0,
        customers.electricity_annual_consumption_estimated_offpeak.isna()
        & customers.electricity_annual_consumption_estimated_peak.notna(),
        customers[numbers(customers)].isna().all(axis=1),
    ]})


def main(path, directory=None):
    customers = pd.read_csv(path, index_col=0, true_values=["TRUE"], false_values=["FALSE"])
    tables = {"notebook": notebook(customers), "derived": derived(customers)}
    print(customers[numbers(customers)].median().to_dict())
    for name, table in tables.items():
        print(name, table.shape, digest(table))
    if directory:
        directory = pathlib.Path(directory)
        rows = golden(customers)
        lines = pathlib.Path(path).read_text().splitlines()
        (directory / "golden-customers.csv").write_text("\n".join([lines[0], *(lines[row] for row in rows)]) + "\n")
        for name, table in tables.items():
            table.loc[rows].astype(float).to_csv(directory / f"golden-{name}.csv", lineterminator="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
