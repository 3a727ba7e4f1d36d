#!/bin/sh
# How long `./penstock --help` takes, beside `java --version`, which no JVM starts faster than.
#
#   benchmarks/start.sh [RUNS]
set -eu

runs=${1:-21}
cd "$(dirname "$0")/.."
work=${TMPDIR:-/tmp}/penstock-benchmarks
mkdir -p "$work"
./penstock --help >"$work/help.txt" # builds what is missing
rm -f "$work"/help.times "$work"/version.times
uptime
for run in $(seq "$runs"); do
  python3 benchmarks/timed.py "$work/help.times" ./penstock --help
  python3 benchmarks/timed.py "$work/version.times" "${JAVA_HOME:+$JAVA_HOME/bin/}java" --version
done
python3 benchmarks/summary.py "$work" help version
