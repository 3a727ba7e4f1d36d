"""Reads the tables that a run wrote with the tools of data scientists, and checks their types."""

import sys

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

TYPES = {
    "loan_id": pa.int64(),
    "id": pa.int64(),
    "loan_date": pa.date32(),
    "nb_previous_loans": pa.int32(),
    "avg_amount_loans_previous": pa.float64(),
    "age": pa.int32(),
    "years_on_the_job": pa.int32(),
    "flag_own_car": pa.bool_(),
}


def main(training_path, latest_path):
    training, latest = pq.read_table(training_path), pq.read_table(latest_path)
    for table in (training, latest):
        for name, expected in TYPES.items():
            if name == "loan_id" and table is latest:
                continue
            actual = table.schema.field(name).type
            assert actual == expected, f"{name} is {actual}, expected {expected}"
    ids = set(training["id"].to_pylist())
    assert latest.num_rows == len(ids), f"{latest.num_rows} latest rows of {len(ids)} clients"

    firsts = training.filter(pa.compute.equal(training["nb_previous_loans"], 0))
    assert firsts["avg_amount_loans_previous"].null_count == firsts.num_rows, "a mean of no loans"
    assert training["loan_id"].null_count == 0

    codec = pq.ParquetFile(training_path).metadata.row_group(0).column(0).compression
    assert codec == "ZSTD", codec

    ((later,),) = duckdb.sql(
        f"""
        select count(*) from '{training_path}' t join '{latest_path}' l using (id)
        where t.loan_date > l.loan_date
        """
    ).fetchall()
    assert later == 0, f"{later} rows are later than the latest"

    ((wrong,),) = duckdb.sql(
        f"""
        select count(*) from '{latest_path}' l
        where not exists (
          select 1 from '{training_path}' t
          where t.id = l.id and t.loan_date = l.loan_date and t.age = l.age
            and t.nb_previous_loans = l.nb_previous_loans
            and t.avg_amount_loans_previous is not distinct from l.avg_amount_loans_previous
            and t.years_on_the_job is not distinct from l.years_on_the_job)
        """
    ).fetchall()
    assert wrong == 0, f"{wrong} latest rows are not in the training table"
    print(f"{training.num_rows} training rows and {latest.num_rows} latest rows have the right types")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
