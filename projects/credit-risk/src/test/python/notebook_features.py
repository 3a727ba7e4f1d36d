"""The five features of the notebook, in pandas, as the Java code is compared with them.

    python notebook_features.py dataset_credit_risk.csv.gz [GOLDEN_DIRECTORY]

Prints, for both semantics, the SHA-256 of all features: five little-endian doubles a row (missing is NaN), rows in
the order of the file. With a directory, writes the rows of a few clients and their features there. Needs pandas 3:
older ones read some numbers one unit in the last place off (float_precision).
"""

import hashlib
import pathlib
import sys

import numpy as np
import pandas as pd

FEATURES = ["nb_previous_loans", "avg_amount_loans_previous", "age", "years_on_the_job", "flag_own_car"]
TODAY = "2024-01-01"


def dates(texts):
    """The notebook's pandas knew no time after 2262 and made such dates missing; newer ones read them."""
    parsed = pd.to_datetime(texts, errors="coerce")
    return parsed.where(parsed <= pd.Timestamp("2262-04-11"))


def whole_years(later, earlier):
    return (later - earlier).dt.days // 365


def notebook(loans):
    """As of one date; loans of one day count in the order of the file, which the stable sort keeps."""
    loans = loans.sort_values(["id", "loan_date"], kind="stable")
    by_client = loans.groupby("id")
    today = pd.Series(pd.Timestamp(TODAY), index=loans.index)
    features = pd.DataFrame(index=loans.index)
    features["nb_previous_loans"] = dates(loans.loan_date).groupby(loans.id).rank(method="first") - 1
    features["avg_amount_loans_previous"] = by_client.loan_amount.transform(lambda s: s.expanding().mean().shift())
    features["age"] = whole_years(today, dates(loans.birthday))
    features["years_on_the_job"] = whole_years(today, dates(loans.job_start_date))
    features["flag_own_car"] = loans.flag_own_car.apply(lambda x: 0 if x == "N" else 1)
    return features.sort_index()[FEATURES]


def event(loans):
    """As of each loan; loans of one day do not know of each other."""
    features = notebook(loans)
    first_of_day = features.index.to_series().groupby([loans.id, loans.loan_date]).transform("first")
    for feature in ["nb_previous_loans", "avg_amount_loans_previous"]:
        features[feature] = features[feature].loc[first_of_day].to_numpy()
    loan_date = dates(loans.loan_date)
    features["age"] = whole_years(loan_date, dates(loans.birthday))
    features["years_on_the_job"] = whole_years(loan_date, dates(loans.job_start_date))
    return features[FEATURES]


def digest(features):
    values = features.to_numpy(dtype="<f8")
    return hashlib.sha256(np.where(np.isnan(values), np.nan, values).tobytes()).hexdigest()


def golden_clients(loans, features):
    """The first client of each kind with few loans: plain, tied, pensioner, job later than the loan, one loan."""
    few = loans.groupby("id").id.transform("size").between(2, 9)
    tied = loans.duplicated(["id", "loan_date"])
    kinds = [
        few & (features.years_on_the_job > 0),
        few & tied,
        few & (loans.job_start_date == "3021-09-18"),
        few & (features.years_on_the_job < 0),
        few & (loans.status == 1),
        loans.groupby("id").id.transform("size") == 1,
    ]
    return sorted({int(loans.id[kind].min()) for kind in kinds})


def write_golden(directory, path, loans, semantics):
    clients = golden_clients(loans, semantics["event"])
    rows = loans.id.isin(clients)
    lines = pd.read_csv(path, dtype=str, keep_default_na=False)
    lines[rows].to_csv(directory / "golden-loans.csv", index=False, lineterminator="\n")
    for name, features in semantics.items():
        table = pd.concat([loans.loan_id, features], axis=1)[rows]
        table.to_csv(directory / f"golden-{name}.csv", index=False, lineterminator="\n")


def main(path, directory=None):
    loans = pd.read_csv(path, keep_default_na=False)
    semantics = {"notebook": notebook(loans), "event": event(loans)}
    for name, features in semantics.items():
        print(name, len(features), digest(features))
    if directory:
        write_golden(pathlib.Path(directory), path, loans, semantics)


if __name__ == "__main__":
    main(*sys.argv[1:])
