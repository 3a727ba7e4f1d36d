"""Runs both pipelines of a project by the kfp SDK, and compares their artifacts with those of a run on the laptop.

Between the two somebody approves; before, and with a record that was tampered with, nothing may be deployed.
"""

import base64
import json
import os
import pathlib
import subprocess
import sys

from docker.models import containers
from kfp import components, local

STORE = "s3://penstock/kfp"


run_container = containers.ContainerCollection.run


def run_and_keep(collection, *args, **options):
    """Keeps a container that has ended: the SDK would remove it, then ask podman for its log and exit code."""
    return run_container(collection, *args, **{**options, "auto_remove": False})


class Pipelines:
    """The compiled pipelines of a project, run one after the other."""

    def __init__(self, project, work, endpoint):
        self.project, self.work, self.endpoint = project, work, endpoint
        self.problems = []

    def run(self, half, **arguments):
        """Runs a pipeline and returns what each of its steps put out."""
        root = self.work / "root"
        known = set(root.iterdir())
        pipeline = components.load_component_from_file(str(self.work / "kfp" / f"{self.project}.{half}.yaml"))
        known_inputs = pipeline.pipeline_spec.root.input_definitions.parameters
        given = {"store": STORE, "s3_endpoint": self.endpoint, "author": "grace", **arguments}
        task = pipeline(**{name: value for name, value in given.items() if name in known_inputs})
        (made,) = set(root.iterdir()) - known or [None]
        return task.outputs, {
            step.name: {file.name: file.read_text() for file in step.iterdir() if file.is_file()}
            for step in (made.iterdir() if made else [])
        }

    def promote(self, outputs, **more):
        """Runs the second pipeline with the outputs of the first, and returns those of its step deploy."""
        _, steps = self.run("promote", **{**outputs, **more})
        return steps.get("deploy")

    def approve(self, decision):
        subprocess.run(
            ["./penstock", "approve", decision, "--as", "ada", "--author", "grace", "--reason", "tried it",
             "--store", STORE, "--s3-endpoint", self.endpoint],
            check=True,
        )

    def s3(self, key, content=None):
        """Reads an object of the store, or overwrites it as somebody with the keys of the store could."""
        user = f"{os.environ['AWS_ACCESS_KEY_ID']}:{os.environ['AWS_SECRET_ACCESS_KEY']}"
        url = f"{self.endpoint}/{STORE.removeprefix('s3://')}/{key}"
        command = ["curl", "-fsS", "--aws-sigv4", "aws:amz:us-east-1:s3", "--user", user, url]
        command += ["-H", "x-amz-content-sha256: UNSIGNED-PAYLOAD"]
        if content is not None:
            command += ["--upload-file", "-"]
        return subprocess.run(command, input=content, stdout=subprocess.PIPE, check=True).stdout

    def expect(self, what, truth):
        print(f"{'ok' if truth else 'NOT'}: {what}", flush=True)
        if not truth:
            self.problems.append(what)


def compare(pipelines, steps):
    laptop = json.loads((pipelines.work / "laptop.json").read_text())
    compared = 0
    for step in laptop["steps"]:
        # What deploy makes names the run and the time.
        if step["name"] in ("approval", "deploy"):
            continue
        for name, output in step["outputs"].items():
            made = steps.get(step["name"], {}).get(name.replace("-", "_"))
            compared += 1
            if made != output["digest"]:
                pipelines.expect(f"{step['name']}/{name} is {output['digest']}, got {made}", False)
    pipelines.expect(f"{compared} artifacts of {len(steps)} steps are those of the laptop", compared > 0)


def forged(signed):
    """Returns a signed record of which somebody changed one word."""
    envelope = json.loads(signed)
    payload = base64.b64decode(envelope["payload"]).replace(b"tried it", b"tried IT")
    forgery = {**envelope, "payload": base64.b64encode(payload).decode()}
    return json.dumps(forgery, sort_keys=True, separators=(",", ":")).encode()


def main(project, work, endpoint):
    pipelines = Pipelines(project, pathlib.Path(work), endpoint)
    environment = {name: os.environ[name] for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}
    containers.ContainerCollection.run = run_and_keep
    local.init(
        # As the pods of a cluster: nothing to write to but /tmp, and no privileges.
        runner=local.DockerRunner(
            network_mode="host",
            environment=environment,
            read_only=True,
            tmpfs={"/tmp": ""},
            cap_drop=["ALL"],
            security_opt=["no-new-privileges"],
        ),
        pipeline_root=str(pipelines.work / "root"),
    )

    outputs, steps = pipelines.run("train-and-register")
    compare(pipelines, steps)

    pipelines.expect("promote starts nothing unless somebody says APPROVE", pipelines.promote(outputs) is None)
    said = {"approval_decision": "APPROVE"}
    nobody = pipelines.promote(outputs, **said)
    pipelines.expect(f"promote without a record deploys nothing: {nobody['reasons']}", nobody["deployed"] == "false")

    pipelines.approve(outputs["approve_decision_record"])
    other = pipelines.promote(outputs, **said, evaluate_evaluation=outputs["approve_decision_record"])
    pipelines.expect(f"promote of what was not approved deploys nothing: {other['reasons']}", other["deployed"] == "false")

    record = f"approvals/{project}/000001.json"
    signed = pipelines.s3(record)
    pipelines.s3(record, forged(signed))
    tampered = pipelines.promote(outputs, **said)
    pipelines.expect(f"promote with a forged record deploys nothing: {tampered['reasons']}", tampered["deployed"] == "false")

    pipelines.s3(record, signed)
    deployed = pipelines.promote(outputs, **said)
    pipelines.expect("promote with the signed record deploys", deployed["deployed"] == "true")
    if pipelines.problems:
        sys.exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
