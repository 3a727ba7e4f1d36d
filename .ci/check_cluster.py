"""Takes the sample to a served model on a cluster, by the clock, and compares every artifact with a run on this machine."""

import json
import pathlib
import re
import sys
import time

from cluster_tools import (
    IMAGES, S3_INSIDE, SERVING, STEPS, STORE,
    ask, compare, deployed, environment, forwarded, listed, local, must, nodes, outputs, seconds_of, settings,
)

GOAL_SECONDS = 60


def submit(env, *more, author="linus"):
    """Submits a run, waits until it waits for a person or ends; returns its name and what was said."""
    said = must(
        "./penstock", "submit", "credit-risk", "--serving", SERVING, "--author", author,
        "--store", STORE, "-p", f"s3-endpoint={S3_INSIDE}", *more, env=env)
    return re.search(r"credit-risk-[a-z0-9-]+", said).group(), said


def install(work, config):
    """Installs the chart as it is for production, with the approvers of the project."""
    names = re.findall(r"name: (\w+), key: (\S+?)}", config.read_text(encoding="utf-8"))
    must(
        "helm", "upgrade", "--install", "credit-risk", "helm/penstock-serving", "-n", "penstock-serving",
        "-f", "helm/penstock-serving/ci/trying-values.yaml", "-f", f"{IMAGES}/serving-values.yaml",
        "--set", f"production=true,replicas=2,store={STORE}", *[part for name, key in names for part in ("--set-string", f"approvers.{name}={key}")])


def times(there):
    for step in [*STEPS, "approval", "deploy"]:
        print(f"    {step:10} {seconds_of(there[step]):5.0f} s")


def main(work):
    config = settings(work, "project", approvers=listed(work, "ada", "grace"))
    here = local(work, "credit-risk", "--config", config)
    install(work, config)
    with forwarded("penstock-s3", "svc/s3", 9000) as s3:
        env = environment(work, s3)

        begin = time.monotonic()
        name, _ = submit(env, "--config", config, "--wait")
        asked = time.monotonic()
        print(must("./penstock", "approve", name, "--cluster", "--as", "ada", "--reason", "read the report", "--wait", env=env))
        seconds = time.monotonic() - begin

        there = nodes(name)
        print("  " + compare({step: here[step] for step in STEPS}, there))
        print(f"  {seconds:.1f} s from submit to served, {asked - begin:.1f} s of them until a person was asked; "
              f"goal: {GOAL_SECONDS} s, {'met' if seconds <= GOAL_SECONDS else 'MISSED'}")
        times(there)

        model = outputs(there["train"])["model"]
        with forwarded(*SERVING.replace("/", " svc/").split(), 80) as service:
            print(must("./penstock", "smoke", service, "--model", model))
            print("  " + json.dumps(ask(service, "/v1/predictions/5008804"))[:300])
        print(must("helm", "test", "credit-risk", "-n", "penstock-serving"))
        (work / "served.json").write_text(json.dumps({"run": name, "model": model, "deployment": deployed()}))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
