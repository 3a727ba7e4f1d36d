#!/usr/bin/env bash
# Every project by the command of the README, on its sample and on its real data, twice: the same model both times, and no worse than its page in
# docs/ says. What is absent says so, and ends with 3 if nothing else is wrong.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
data=$(realpath -m "${PENSTOCK_DATA:-../shared/data}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PENSTOCK_KEYS=$work/keys PENSTOCK_RUNS=$work/runs
code=0

run() { # PROJECT NAME ARGUMENT…
  local project=$1 name=$2
  shift 2
  ./penstock run "$project" --store "$work/$name" --json "$@" >"$work/$project-$name.json"
}

judge() { # PROJECT SOURCE…: with the real data if all sources are there
  local project=$1 source=$2 began=$SECONDS
  run "$project" sample
  python3 .ci/check_projects.py sample "$project" "$work/$project-sample.json"
  for file in $(tr ',' '\n' <<<"$source" | sed 's/^[a-z]*=//'); do
    if [ ! -r "$file" ]; then
      echo "NOT RUN: the real data of $project, which is absent; PENSTOCK_DATA points at it" >&2
      code=3
      return
    fi
  done
  run "$project" first --data "$source"
  run "$project" again --data "$source" --isolate
  ./penstock get "$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["run"])' "$work/$project-first.json")/evaluate/evaluation" \
    --store "$work/first" --to "$work/$project-evaluation.json" >/dev/null
  python3 .ci/check_projects.py real "$project" "$work/$project-first.json" "$work/$project-again.json" "$work/$project-evaluation.json"
  echo "$project: $((SECONDS - began)) s"
}

judge customer-risk "$data/customer-risk/train.csv"
judge smart-thermostat "$data/smart-thermostat/data_set.csv"
judge hospital-load "$data/hospital-load/SF_hospital_load.csv"
modes=$data/asset-mode
judge asset-mode "train=$modes/training_data.csv.gz,validation=$modes/validation_data.csv.gz,test=$modes/test_data.csv.gz"

# No model: what a vendor answers of each country that has an airport.
airports=$data/country-data/airports.csv.gz
run country-data sample
if [ -r "$airports" ]; then
  run country-data first --data "$airports"
  run country-data again --data "$airports" --isolate
  ./penstock get "$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["run"])' "$work/country-data-first.json")/gather/missing" \
    --store "$work/first" --to "$work/country-data-missing.json" >/dev/null
  python3 .ci/check_projects.py gathered "$work/country-data-first.json" "$work/country-data-again.json" "$work/country-data-missing.json"
else
  echo "NOT RUN: the real data of country-data, which is absent; PENSTOCK_DATA points at it" >&2
  code=3
fi
exit "$code"
