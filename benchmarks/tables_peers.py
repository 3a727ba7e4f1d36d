"""What DuckDB and Polars take for the work of TablesBenchmark: csv.gz, 24 typed columns, five
features of every loan as of its date (loans of one day do not see each other), two Parquet tables.

usage: tables_peers.py duckdb|duckdb-lazy|polars|polars-lazy CSV DIRECTORY RUNS

The lazy ones let the optimiser skip the columns that no feature needs, so they do less: nothing
checks what stands in the other fourteen. Prints the seconds of each run, by the clock and of all processors.
"""

import sys
import time

INTEGERS = ["loan_id", "id", "cnt_children", "days_birth", "days_employed", "flag_mobil",
            "flag_work_phone", "flag_phone", "flag_email", "status"]
DOUBLES = ["amt_income_total", "cnt_fam_members", "loan_amount"]
DATES = ["birthday", "job_start_date", "loan_date"]
COLUMNS = """loan_id id code_gender flag_own_car flag_own_realty cnt_children amt_income_total
    name_income_type name_education_type name_family_status name_housing_type days_birth
    days_employed flag_mobil flag_work_phone flag_phone flag_email occupation_type cnt_fam_members
    status birthday job_start_date loan_date loan_amount""".split()


def duckdb_type(column):
    if column in INTEGERS:
        return "BIGINT" if column in ("loan_id", "id") else "INTEGER"
    if column in DOUBLES:
        return "DOUBLE"
    return "DATE" if column in DATES else "VARCHAR"


def with_duckdb(csv, directory, lazy):
    import duckdb

    database = duckdb.connect()
    types = ", ".join(f"'{c}': '{duckdb_type(c)}'" for c in COLUMNS)
    database.sql(
        f"CREATE {'VIEW' if lazy else 'TABLE'} loans AS "
        f"SELECT * FROM read_csv('{csv}', header=true, columns={{{types}}})")
    database.sql("""
        CREATE TABLE training AS
        SELECT loan_id, id, loan_date, status = 1 AS status,
            count(*) OVER earlier AS nb_previous_loans,
            avg(loan_amount) OVER earlier AS avg_amount_loans_previous,
            CAST(floor((loan_date - birthday) / 365) AS INTEGER) AS age,
            CASE WHEN job_start_date = DATE '3021-09-18' THEN NULL
                ELSE CAST(floor((loan_date - job_start_date) / 365) AS INTEGER)
            END AS years_on_the_job,
            flag_own_car <> 'N' AS flag_own_car
        FROM loans
        WINDOW earlier AS (PARTITION BY id ORDER BY loan_date
            RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 1 DAY PRECEDING)""")
    options = "(FORMAT parquet, COMPRESSION zstd)"
    database.sql(f"COPY training TO '{directory}/training.parquet' {options}")
    database.sql(f"""
        COPY (SELECT * FROM training
            QUALIFY row_number() OVER (PARTITION BY id ORDER BY loan_date DESC) = 1)
        TO '{directory}/latest.parquet' {options}""")
    database.close()


def with_polars(csv, directory, lazy):
    import polars as pl

    types = {c: pl.Int64 if c in ("loan_id", "id") else pl.Int32 for c in INTEGERS}
    types |= {c: pl.Float64 for c in DOUBLES} | {c: pl.Date for c in DATES}
    schema = {c: types.get(c, pl.String) for c in COLUMNS}
    loans = pl.scan_csv(csv, schema=schema) if lazy else pl.read_csv(csv, schema=schema).lazy()
    earlier = pl.col("loan_date").rank("min") - 1
    before = pl.col("loan_amount").cum_sum().gather(pl.max_horizontal(earlier, 1) - 1)
    years = lambda column: ((pl.col("loan_date") - pl.col(column)).dt.total_days() // 365)
    training = (
        loans
        .with_columns(nb_previous_loans=earlier.over("id"), before=before.over("id"))
        .select(
            "loan_id", "id", "loan_date", pl.col("status") == 1,
            pl.col("nb_previous_loans").cast(pl.Int32),
            avg_amount_loans_previous=pl.when(pl.col("nb_previous_loans") > 0)
            .then(pl.col("before") / pl.col("nb_previous_loans")),
            age=years("birthday").cast(pl.Int32),
            years_on_the_job=pl.when(pl.col("job_start_date") != pl.date(3021, 9, 18))
            .then(years("job_start_date").cast(pl.Int32)),
            flag_own_car=pl.col("flag_own_car") != "N")
        .collect())
    training.write_parquet(f"{directory}/training.parquet", compression="zstd")
    latest = training.group_by("id", maintain_order=True).last()
    latest.write_parquet(f"{directory}/latest.parquet", compression="zstd")


def main():
    peer, csv, directory, runs = sys.argv[1:]
    work = with_duckdb if peer.startswith("duckdb") else with_polars
    for _ in range(int(runs)):
        start, cpu = time.perf_counter(), time.process_time()
        work(csv, directory, peer.endswith("-lazy"))
        print(f"{time.perf_counter() - start:.3f} {time.process_time() - cpu:.3f}", flush=True)


if __name__ == "__main__":
    main()
