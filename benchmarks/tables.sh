#!/bin/sh
# csv.gz -> checked rows -> five features -> two Parquet tables: this project beside DuckDB and Polars.
#
#   benchmarks/tables.sh CSV [RUNS]
#
# Needs a JDK 25 (JAVA_HOME or `java`), Maven and Python 3.11. Builds what it runs; writes nothing into
# the repository but target/. The peers of requirements.txt are installed into a virtual environment.
# Rounds are interleaved, so that whatever else the machine does falls on all alike. Prints for each
# the median, least and most seconds by the clock, and the median of all processors together.
set -eu

csv=$(realpath "${1:?the file dataset_credit_risk.csv.gz}")
runs=${2:-7}
cd "$(dirname "$0")/.."
work=${TMPDIR:-/tmp}/penstock-benchmarks
mkdir -p "$work"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

mvn -q -B -Pbenchmarks -pl benchmarks -am package -DskipTests -Dspotless.check.skip
cp benchmarks/target/penstock-benchmarks-*.jar benchmarks/target/libraries/
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q install -r benchmarks/requirements.txt

ours() {
  "$java" $1 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "benchmarks/target/libraries/*" org.penstock.benchmark.TablesBenchmark "$csv" "$work" "$2"
}

for peer in penstock duckdb duckdb-lazy polars polars-lazy cold cold-512m cold-256m; do
  rm -f "$work/$peer.times"
done
for round in 1 2 3; do
  # The first runs warm the JIT compiler and are not counted.
  ours -Xmx2g $((runs + 8)) | tail -n "$runs" >> "$work/penstock.times"
  for peer in duckdb duckdb-lazy polars polars-lazy; do
    "$work/venv/bin/python" benchmarks/tables_peers.py "$peer" "$csv" "$work" $((runs + 1)) \
      | tail -n "$runs" >> "$work/$peer.times"
  done
  for heap in "" -Xmx512m -Xmx256m; do
    start=$(date +%s.%N)
    cpu=$(ours "$heap" 1 | cut -d ' ' -f 2)
    end=$(date +%s.%N)
    echo "$(awk "BEGIN {print $end - $start}") $cpu" >> "$work/cold${heap:+-${heap#-Xmx}}.times"
  done
done

python3 benchmarks/summary.py "$work" penstock duckdb duckdb-lazy polars polars-lazy cold cold-512m cold-256m
