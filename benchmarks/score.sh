#!/bin/sh
# One row after another through the model that is served, and through Tribuo's own: nanoseconds and bytes a row.
#
#   benchmarks/score.sh [CSV]
#
# Trains the model first, on the file or on the generated sample.
set -eu

csv=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."
work=${TMPDIR:-/tmp}/penstock-benchmarks
mkdir -p "$work"
export PENSTOCK_RUNS="$work/runs" PENSTOCK_KEYS="$work/keys" PENSTOCK_STORE="$work/store"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

mvn -q -B -Pbenchmarks -pl benchmarks -am package -DskipTests -Dspotless.check.skip
cp benchmarks/target/penstock-benchmarks-*.jar benchmarks/target/libraries/
./penstock run credit-risk ${csv:+--data "$csv"} --json >"$work/run.json"
run=$(sed 's/.*"run":"\([^"]*\)".*/\1/' "$work/run.json")
for output in train/model train/tribuo features/training; do
  ./penstock get "$run/$output" --to "$work/$(basename "$output")"
done
uptime
"$java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "benchmarks/target/libraries/*" \
  org.penstock.benchmark.ScoringBenchmark "$work/model" "$work/tribuo" "$work/training"
