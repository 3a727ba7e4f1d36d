"""Takes the sample to a served model on a cluster, by the clock, and compares every artifact with a run on this machine."""

import base64
import json
import os
import pathlib
import re
import sys
import time
import urllib.request

from cluster_tools import (
    S3_INSIDE, SERVING, STEPS, STORE,
    deployed, forwarded, listed, must, nodes, objects, outputs, run, seconds_of, settings,
)

GOAL_SECONDS = 60
IMAGES = "images/target/images"


def environment(work, s3):
    """What a person has set who talks to the store of the cluster from outside."""
    secret = objects("get", "secret", "-n", "penstock", "penstock-store")["data"]
    return {
        **{name: base64.b64decode(value).decode() for name, value in secret.items()},
        "PENSTOCK_STORE": STORE,
        "PENSTOCK_S3_ENDPOINT": s3,
        "PENSTOCK_KEYS": str(work / "keys"),
    }


def submit(env, *more, author="linus"):
    """Submits a run, waits until it waits for a person or ends; returns its name and what was said."""
    said = must(
        "./penstock", "submit", "credit-risk", "--serving", SERVING, "--author", author,
        "--store", STORE, "-p", f"s3-endpoint={S3_INSIDE}", *more, env=env)
    return re.search(r"credit-risk-[a-z0-9-]+", said).group(), said


def local(work, config):
    said = must("./penstock", "run", "credit-risk", "--config", config, "--store", work / "local", "--json")
    return {step["name"]: step for step in json.loads(said[said.index("\n{") if "\n{" in said else said.index("{"):])["steps"]}


def install(work, config):
    """Installs the chart as it is for production, with the approvers of the project."""
    names = re.findall(r"name: (\w+), key: (\S+?)}", config.read_text(encoding="utf-8"))
    must(
        "helm", "upgrade", "--install", "credit-risk", "helm/penstock-serving", "-n", "penstock-serving",
        "-f", "helm/penstock-serving/ci/trying-values.yaml", "-f", f"{IMAGES}/serving-values.yaml",
        "--set", f"production=true,replicas=2,store={STORE}", *[part for name, key in names for part in ("--set-string", f"approvers.{name}={key}")])


def ask(url, path):
    with urllib.request.urlopen(url + path, timeout=10) as answer:
        return json.load(answer)


def compare(here, there):
    problems = []
    for step in STEPS:
        digests = {name: it["digest"] for name, it in here[step]["outputs"].items()}
        found = outputs(there[step])
        problems += [
            f"{step}/{name} is {found.get(name)} on the cluster and {digest} here"
            for name, digest in digests.items()
            if found.get(name) != digest
        ]
    if problems:
        raise AssertionError("\n".join(problems))
    print(f"  {sum(len(here[step]['outputs']) for step in STEPS)} artifacts of {len(STEPS)} steps: equal here and there")


def times(there):
    for step in [*STEPS, "approval", "deploy"]:
        print(f"    {step:10} {seconds_of(there[step]):5.0f} s")


def main(work):
    config = settings(work, "project", approvers=listed(work, "ada", "grace"))
    here = local(work, config)
    install(work, config)
    with forwarded("penstock-s3", "svc/s3", 9000) as s3:
        env = environment(work, s3)

        begin = time.monotonic()
        name, _ = submit(env, "--config", config, "--wait")
        asked = time.monotonic()
        print(must("./penstock", "approve", name, "--cluster", "--as", "ada", "--reason", "read the report", "--wait", env=env))
        seconds = time.monotonic() - begin

        there = nodes(name)
        compare(here, there)
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
