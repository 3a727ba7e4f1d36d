"""usage: check_projects.py sample PROJECT RUN | real PROJECT RUN RUN-AGAIN EVALUATION | gathered RUN RUN-AGAIN MISSING

Compares what `penstock run --json` printed of a project: a run on the sample ends deployed; two runs on the real data make the same
artifacts, and the evaluation is no worse than the page of the project in docs/ says. Of a gathering, what is missing.
"""

import json
import sys

STEPS = ["ingest", "features", "train", "evaluate"]

# At least, or with a minus sign at most: a little worse than what docs/ says, since libraries change in the last places.
LIMITS = {
    "customer-risk": {"auc": 0.67, "average-precision": 0.45},
    "smart-thermostat": {"auc": 0.75, "top-decile-lift": 3.0},
    "hospital-load": {"mae": -15.0},
    "asset-mode": {"macro-f1": 0.96},
}


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def steps(path):
    return {step["name"]: step for step in read(path)["steps"]}


def sample(project, run):
    deploy = steps(run)["deploy"]["result"]
    if deploy != "deployed":
        sys.exit(f"{project}: the model of the sample is {deploy}, expected deployed")
    print(f"{project}: the sample is deployed")


def digests(run, step, names=None):
    return {key: output["digest"] for key, output in steps(run)[step]["outputs"].items() if names is None or key in names}


def real(project, first, again, evaluation):
    problems = []
    for name in STEPS:
        one, other = digests(first, name), digests(again, name)
        if not one or one != other:
            problems.append(f"{name} made other artifacts the second time: {one}, {other}")
    metrics = read(evaluation)["metrics"]
    for name, limit in LIMITS[project].items():
        value = metrics[name]["value"]
        if not (value <= -limit if limit < 0 else value >= limit):
            problems.append(f"{name} is {value:.4f}, expected {'at most' if limit < 0 else 'at least'} {abs(limit)}")
    if problems:
        sys.exit("\n".join(f"{project}: {problem}" for problem in problems))
    said = ", ".join(f"{name} {metrics[name]['value']:.4f}" for name in LIMITS[project])
    print(f"{project}: {said}; the same artifacts twice")


def gathered(first, again, missing):
    kept = ["answers", "table", "missing"]
    one, other = digests(first, "gather", kept), digests(again, "gather", kept)
    if len(one) != len(kept) or one != other:
        sys.exit(f"country-data: gathered something else the second time: {one}, {other}")
    keys = {row["key"]: row["kind"] for row in read(missing)["missing"]}
    if keys != {"CI": "country", "GS": "territory", "HM": "territory", "XP": "no country", "ZZ": "no country"}:
        sys.exit(f"country-data: missing are {keys}")
    print("country-data: CI is missing, Namibia is not; the same twice")


if __name__ == "__main__":
    {"sample": sample, "real": real, "gathered": gathered}[sys.argv[1]](*sys.argv[2:])
