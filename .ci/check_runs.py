"""Compares what `penstock run --json` printed: the same artifacts, and everything cached the second time."""

import json
import sys

STEPS_THAT_COMPUTE = ["ingest", "features", "train", "evaluate", "approve"]


def steps(path):
    with open(path, encoding="utf-8") as file:
        return {step["name"]: step for step in json.load(file)["steps"]}


def digests(step):
    return {name: output["digest"] for name, output in step["outputs"].items()}


def main(again_path, isolated_path):
    again, isolated = steps(again_path), steps(isolated_path)
    problems = []
    for name in STEPS_THAT_COMPUTE:
        if not again[name]["cached"]:
            problems.append(f"{name} ran again though nothing changed")
        if isolated[name]["cached"]:
            problems.append(f"{name} was cached in an empty store")
        if digests(again[name]) != digests(isolated[name]):
            problems.append(f"{name} made other artifacts in a process of its own")
        if not digests(again[name]):
            problems.append(f"{name} made no artifacts")
    if problems:
        sys.exit("\n".join(problems))
    print(f"{len(STEPS_THAT_COMPUTE)} steps: cached, and equal in one JVM and in processes")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
