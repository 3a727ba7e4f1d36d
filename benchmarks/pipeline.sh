#!/bin/sh
# The whole run of a project on its real data, the first time and again, beside the same work in Python: benchmarks/<project>.py.
#
#   benchmarks/pipeline.sh PROJECT DATA [ROUNDS]
#
# Needs what ./penstock needs, and Python 3.11; the libraries of requirements.txt are installed into a virtual environment. Every run is a
# process of its own, started cold; rounds are interleaved, so that whatever else the machine does falls on all alike. Prints the load first.
set -eu

project=${1:?which project, e.g. credit-risk}
data=${2:?its real data, as penstock run --data takes it}
rounds=${3:-5}
[ ! -e "$data" ] || data=$(realpath "$data")
cd "$(dirname "$0")/.."
peer=benchmarks/$(echo "$project" | tr - _).py
work=${TMPDIR:-/tmp}/penstock-benchmarks
mkdir -p "$work"
export PENSTOCK_RUNS="$work/runs" PENSTOCK_KEYS="$work/keys"

./penstock --help >"$work/help.txt" # builds what is missing
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q install -r benchmarks/requirements.txt

run() { # NAME
  python3 benchmarks/timed.py "$work/$1.times" ./penstock run "$project" --data "$data" --store "$work/store"
}

rm -f "$work"/first.times "$work"/again.times "$work"/peer.times
uptime
for round in $(seq "$rounds"); do
  rm -rf "$work/store"
  run first
  run again
  python3 benchmarks/timed.py "$work/peer.times" "$work/venv/bin/python" "$peer" "$data" "$work"
done
rm -rf "$work/store"
uptime
python3 benchmarks/summary.py "$work" first again peer
"$work/venv/bin/python" "$peer" "$data" "$work"
