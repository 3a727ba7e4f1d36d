"""The two notebooks that credit-risk began with, as one script: features in pandas, then SMOTE and a
random forest of five trees.

usage: credit_risk.py CSV DIRECTORY

Prints the seconds of each part and of all, then what the second notebook reports. "Today" is fixed at
2024-01-01, since the notebook's own never repeats.
"""

import sys
import time

import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, precision_score, recall_score
from sklearn.model_selection import train_test_split

TODAY = pd.Timestamp("2024-01-01")
FEATURES = ["nb_previous_loans", "avg_amount_loans_previous", "age", "years_on_the_job", "flag_own_car"]


def years_since(column):
    """Whole years of 365 days; the year 3021 is beyond what the notebook can parse, so missing."""
    return (TODAY - pd.to_datetime(column, errors="coerce")).dt.days // 365


def features(csv, directory):
    """Notebook 1."""
    loans = pd.read_csv(csv).sort_values(["id", "loan_date"], kind="stable")
    client = loans.groupby("id")
    loans["nb_previous_loans"] = client["loan_date"].rank(method="first") - 1
    earlier = client["loan_amount"].cumsum() - loans["loan_amount"]
    loans["avg_amount_loans_previous"] = (earlier / loans["nb_previous_loans"]).where(
        loans["nb_previous_loans"] > 0)
    loans["age"] = years_since(loans["birthday"])
    loans["years_on_the_job"] = years_since(
        loans["job_start_date"].where(loans["job_start_date"] != "3021-09-18"))
    loans["flag_own_car"] = (loans["flag_own_car"] != "N").astype(int)
    table = loans[["id", "loan_date", *FEATURES, "status"]]
    table.to_parquet(f"{directory}/notebook.parquet", compression="zstd")
    return table


def train(table):
    """Notebook 2."""
    filled = table[FEATURES].fillna(0)
    x_train, x_test, y_train, y_test = train_test_split(
        filled, table["status"], test_size=0.3, random_state=123, stratify=table["status"])
    x_train, y_train = SMOTE(random_state=1234).fit_resample(x_train, y_train)
    forest = RandomForestClassifier(n_estimators=5, random_state=1234).fit(x_train, y_train)
    return y_test, forest.predict(x_test)


def main():
    csv, directory = sys.argv[1:]
    start = time.perf_counter()
    table = features(csv, directory)
    middle = time.perf_counter()
    labels, predictions = train(table)
    end = time.perf_counter()
    print(f"features {middle - start:.2f} s, model {end - middle:.2f} s, all {end - start:.2f} s")
    print(f"accuracy {accuracy_score(labels, predictions):.5f}"
          f" precision {precision_score(labels, predictions):.4f}"
          f" recall {recall_score(labels, predictions):.4f}")


if __name__ == "__main__":
    main()
