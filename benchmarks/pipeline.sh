#!/bin/sh
# The whole run on the real data, the first time and again, beside the notebooks it replaces.
#
#   benchmarks/pipeline.sh CSV [ROUNDS]
#
# Needs what ./penstock needs, and Python 3.11; the libraries of requirements.txt are installed into a virtual environment. Every run is a
# process of its own, started cold; rounds are interleaved, so that whatever else the machine does falls on all alike. Prints the load first.
set -eu

csv=$(realpath "${1:?the file dataset_credit_risk.csv.gz}")
rounds=${2:-5}
cd "$(dirname "$0")/.."
work=${TMPDIR:-/tmp}/penstock-benchmarks
mkdir -p "$work"
export PENSTOCK_RUNS="$work/runs" PENSTOCK_KEYS="$work/keys"

./penstock --help >"$work/help.txt" # builds what is missing
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q install -r benchmarks/requirements.txt

run() { # NAME
  python3 benchmarks/timed.py "$work/$1.times" ./penstock run credit-risk --data "$csv" --store "$work/store"
}

rm -f "$work"/first.times "$work"/again.times "$work"/notebook.times
uptime
for round in $(seq "$rounds"); do
  rm -rf "$work/store"
  run first
  run again
  python3 benchmarks/timed.py "$work/notebook.times" "$work/venv/bin/python" benchmarks/notebook.py "$csv" "$work"
done
rm -rf "$work/store"
uptime
python3 benchmarks/summary.py "$work" first again notebook
"$work/venv/bin/python" benchmarks/notebook.py "$csv" "$work"
