"""What must not happen on a cluster does not, and each time a sentence says why.

    check_refusals.py DIRECTORY [CASE…]      the directory that check_cluster.py worked in; all cases unless some are named
"""

import base64
import hashlib
import json
import pathlib
import os
import re
import signal
import sys
import time
from urllib.parse import quote

from check_cluster import submit
from cluster_tools import (
    HERE, IMAGES, S3_INSIDE, SERVING, STEPS, STORE,
    await_node, compare, deployed, environment, forwarded, listed, local, must, nodes, outputs, penstock, prefix, refused, run, s3, said, settings, workflow,
)

ONE_TREE = r"trees: \[30\], leaves: \[4, 8\]"


def why(name, step="deploy"):
    """Returns what the attempts of a step said when they failed, as `argo get` shows it."""
    return "\n".join(node.get("message", "") for key, node in nodes(name).items() if key.split("(")[0] == step)


def waits(name):
    await_node(name, "approval", ["Running"])


def ring(name, approver="ada"):
    """Answers the node that waits, as anybody may who can change workflows, without any record."""
    must("argo", "node", "set", name, "-n", "penstock", "--node-field-selector", "displayName=approval", "--phase", "Succeeded",
         "--output-parameter", "decision=APPROVE", "--output-parameter", f"approver={approver}")


def ended(name, seconds=300):
    for _ in range(seconds):
        phase = workflow(name).get("status", {}).get("phase")
        if phase in ("Succeeded", "Failed", "Error"):
            return phase
        time.sleep(1)
    raise AssertionError(f"{name} did not end in {seconds} s")


def reasons(name):
    """Returns why `deploy` deployed nothing: a refusal is a result, and the run has succeeded."""
    assert ended(name) == "Succeeded", why(name)
    told = outputs(nodes(name)["deploy"])
    assert told["deployed"] == "false", told
    return told["reasons"]


def unchanged(what, before):
    if deployed() != before:
        raise AssertionError(f"{what}: deployed all the same, {before} became {deployed()}")


def words(work, env, config):
    """What a command line gets wrong, told before anything is created."""
    refused("unknown parameter", penstock(*command(), "-p", "sorce=x", env=env), 78, "sorce")
    refused("wrong bucket", penstock(*command(store="s3://no-such-bucket/x"), env=env), (66, 75, 78), "no-such-bucket")
    refused("S3 that does not answer", penstock(*command(), "--config", config, env=env | {"PENSTOCK_S3_ENDPOINT": "http://127.0.0.1:9"}), 75, "127.0.0.1:9")
    refused("no images.yaml", penstock(*command(images=work / "none.yaml"), env=env), (66, 78), "none.yaml")
    refused("chart value of the wrong type", run(*chart("--set-string", "replicas=many")), 1, "replicas")
    refused("unknown chart value", run(*chart("--set", "replica=2")), 1, "replica")


def command(store=STORE, images=f"{IMAGES}/images.yaml"):
    return ["submit", "credit-risk", "--images", images, "--serving", SERVING, "--author", "linus",
            "--store", store, "-p", f"s3-endpoint={S3_INSIDE}"]


def chart(*more):
    return ["helm", "upgrade", "credit-risk", "helm/penstock-serving", "-n", "penstock-serving", "--reset-then-reuse-values", *more]


def files(work, env, config):
    """Argo files that are wrong, by argo lint and by penstock run."""
    text = (HERE / "pipelines/argo/learning.template.yaml").read_text(encoding="utf-8")
    for what, pattern, line, theirs, ours in [
        ("a cycle", r"( +)template: ingest\n", r"\1template: ingest\n\1depends: approve.Succeeded\n", "cycl", "waits for itself"),
        ("an unknown task", r"depends: ingest\.Succeeded", "depends: ingst.Succeeded", "ingst", "did you mean 'ingest'"),
        ("an unknown field", r"( +)depends: ingest\.Succeeded", r"\1dependz: ingest.Succeeded", "dependz", "dependz"),
        ("an unsupported field", r"( +)depends: ingest\.Succeeded", r"\1depends: ingest.Succeeded\n\1withItems: [1]", "", "withItems"),
    ]:
        wrong, count = re.subn(pattern, line, text, count=1)
        assert count == 1, pattern
        file = work / "wrong.yaml"
        file.write_text(wrong, encoding="utf-8")
        if theirs:
            refused(f"{what}, argo lint", run("argo", "lint", "--offline", "--strict", "--no-color", file), 1, theirs)
        refused(f"{what}, penstock run", penstock("run", "credit-risk", "--workflow", file, "--store", work / "none"), 78, ours)


def rights(work, env, config):
    """An account without the role, a missing secret."""
    token = must("kubectl", "create", "token", "default", "-n", "penstock").strip()
    view = json.loads(must("kubectl", "config", "view", "--raw", "--minify", "-o", "json"))
    view["users"] = [{"name": view["users"][0]["name"], "user": {"token": token}}]
    (work / "nobody.json").write_text(json.dumps(view))
    refused("an account without the role", penstock(*command(), env=env | {"KUBECONFIG": str(work / "nobody.json")}), (77, 78), "may not")

    secret = must("kubectl", "get", "secret", "penstock-store", "-n", "penstock", "-o", "yaml")
    must("kubectl", "delete", "secret", "penstock-store", "-n", "penstock")
    try:
        refused("missing secret", penstock(*command(), env=env), 78, "penstock-store")
    finally:
        must("kubectl", "apply", "--server-side", "--force-conflicts", "-f", "k8s/try/")
    assert "AWS_ACCESS_KEY_ID" in secret


def image(work, env, config):
    wrong = work / "wrong-images.yaml"
    text = (HERE / IMAGES / "images.yaml").read_text(encoding="utf-8")
    wrong.write_text(re.sub(r"(image-ingest: .*@sha256:).*", r"\g<1>" + "0" * 64, text), encoding="utf-8")
    outcome = penstock(*command(images=wrong), "--wait", "--timeout", "3m", env=env)
    refused("an image that is nowhere", outcome, (75, 78), "0000000000", "image")
    must("kubectl", "delete", "workflow", "-n", "penstock", re.search(r"credit-risk-\d[0-9-]+", outcome[1]).group())


def approvals(work, env, config):
    """Nothing but a signed, unexpired approval of this very model deploys it."""
    before = deployed()
    brief = settings(work, "brief", approvers=listed(work, "ada", "grace"), valid=(r"^  valid-for: .*$", "  valid-for: 1s"),
                     trees=(ONE_TREE, "trees: [8], leaves: [4]"))

    name, _ = submit(env, "--config", brief, "--wait")
    refused("somebody who is no approver", penstock("approve", name, "--cluster", "--as", "linus", "--reason", "mine", env=env), 78, "linus")
    refused("a key that nobody listed", penstock(
        "approve", name, "--cluster", "--as", "ada", "--reason", "forged", env=env | {"PENSTOCK_KEYS": str(work / "forger")}), 78, "ada")
    ring(name)
    said("the bell without a record, though another model of the project is approved", reasons(name), "Nobody has approved model")
    unchanged("the bell", before)

    name, _ = submit(env, "--config", brief, "--wait", author="ada")
    refused("the author approves", penstock("approve", name, "--cluster", "--as", "ada", "--reason", "mine", env=env), 78, "ada", "their own")
    must("argo", "resume", name, "-n", "penstock")
    ended(name)
    unchanged("argo resume alone", before)
    print(f"  argo resume alone:\n    decision {outputs(nodes(name)['approval'])}, deploy {nodes(name)['deploy']['phase']}")

    name, _ = submit(env, "--config", brief, "--wait")
    mend = forge(env, name)
    try:
        ring(name)
        said("a record signed for another digest, and edited", reasons(name), "not signed by the key")
        unchanged("the forged record", before)
    finally:
        mend()

    name, _ = submit(env, "--config", brief, "--wait")
    refused("an approval that expired", penstock(
        "approve", name, "--cluster", "--as", "ada", "--reason", "for a second", "--wait", env=env), (1, 65, 66, 75, 78), "expired")
    unchanged("the expired approval", before)


def forge(env, name):
    """Does what somebody may who can write to the bucket: claims in the log that ada approved the model of `name`."""
    log = f"{prefix()}/approvals/credit-risk"
    head = json.loads(s3(env, "GET", f"{log}/head.json"))
    last = json.loads(s3(env, "GET", f"{log}/{head['length']:06}.json"))
    record = json.loads(base64.b64decode(last["payload"]))
    there = nodes(name)
    record["model"], record["evaluation"] = outputs(there["train"])["model"], outputs(there["evaluate"])["evaluation"]
    record["data"], record["previous"] = outputs(there["features"])["training"], head["digest"]
    last["payload"] = base64.b64encode(canonical(record)).decode()
    entry = canonical(last)
    forged = {**head, "length": head["length"] + 1, "digest": "sha256:" + hashlib.sha256(entry).hexdigest()}
    s3(env, "PUT", f"{log}/{forged['length']:06}.json", entry)
    s3(env, "PUT", f"{log}/head.json", canonical(forged))

    def mend():
        s3(env, "DELETE", f"{log}/{forged['length']:06}.json")
        s3(env, "PUT", f"{log}/head.json", canonical(head))

    return mend


def canonical(tree):
    return json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def process(main):
    """Returns the java of the step that runs `main` in a pod of this machine, once it writes; nothing if the pods are elsewhere."""
    until = time.monotonic() + 240
    while time.monotonic() < until:
        for entry in pathlib.Path("/proc").iterdir():
            try:
                argv = (entry / "cmdline").read_bytes().decode().split("\0") if entry.name.isdigit() else []
                if argv and argv[0].endswith("java") and main in argv and f"--store={STORE}" in argv:
                    for file in (entry / "root/tmp").glob("penstock-*/**/*"):
                        if file.is_file() and file.stat().st_size > 0:
                            return int(entry.name), f"{file.name}, {file.stat().st_size} bytes"
            except OSError:
                continue
        time.sleep(0.05)
    return None


def killed(work, env, config):
    """A step that dies while it writes is tried again; nothing half-written is left, and all digests are those of this machine."""
    other = settings(work, "other", approvers=listed(work, "ada", "grace"), rows=(r"^sample: .*$", "sample: {seed: 8, entities: 3000}"))
    here = local(work, "credit-risk", "--config", other)
    # This machine has no champion to compare with, and the cluster has one by now.
    name, _ = submit(env, "--config", other, "-p", "champion=")
    for step, main in [("ingest", "org.penstock.ingest.IngestMain"), ("train", "org.penstock.train.TrainMain")]:
        found = process(main)
        if not found:
            print("NOT RUN: a step killed while it writes; its process is not on this machine")
            return
        os.kill(found[0], signal.SIGKILL)
        print(f"  killed {step} while it wrote {found[1]}", flush=True)
    waits(name)
    there = nodes(name)
    for step in ("ingest", "train"):
        attempts = [there[key]["phase"] for key in sorted(there) if key.startswith(f"{step}(")]
        assert attempts == ["Failed", "Succeeded"], attempts
    print("  " + compare({step: here[step] for step in STEPS}, there))
    whole(env)


def whole(env):
    """Checks that every blob of the store is what its name says."""
    listing = s3(env, "GET", f"?list-type=2&prefix={quote(prefix(), safe='')}%2Fblobs%2F").decode()
    keys = re.findall("<Key>(.*?)</Key>", listing)
    for key in keys:
        assert hashlib.sha256(s3(env, "GET", key)).hexdigest() == key.rsplit("/", 1)[1], key
    assert keys and "<IsTruncated>true" not in listing, listing[:500]
    print(f"  {len(keys)} blobs in the store, each of the digest that it is named by")


def elsewhere(work, env, config):
    """What only a pod finds out, if nothing was checked before: the sentence stands beside the failed step."""
    runs = {
        "an S3 that does not answer, in the pod": (["-p", f"store={STORE}", "-p", "s3-endpoint=http://s3.penstock-s3.svc:9009"], "9009"),
        "a bucket that is not there, in the pod": (["-p", "store=s3://no-such-bucket/x", "-p", f"s3-endpoint={S3_INSIDE}"], "no-such-bucket"),
    }
    names = {}
    for what, (arguments, _) in runs.items():
        names[what] = must("argo", "submit", "-n", "penstock", "--from", "cronwf/credit-risk", "-f", f"{IMAGES}/images.yaml",
                           *arguments, "-o", "name").strip()
    must("kubectl", "delete", "rolebinding", "penstock-deploy", "-n", "penstock-serving")
    try:
        plain = settings(work, "plain", approvers=listed(work, "ada", "grace"), trees=(ONE_TREE, "trees: [6], leaves: [4]"))
        before = deployed()
        name, _ = submit(env, "--config", plain, "--wait")
        refused("a deploy step without the role", penstock(
            "approve", name, "--cluster", "--as", "ada", "--reason", "fine", "--wait", env=env), (75, 78), "may not")
        unchanged("no role", before)
    finally:
        must("kubectl", "apply", "--server-side", "--force-conflicts", "-f", "k8s/23.RoleBinding.penstock-deploy.yaml")
    for what, (_, word) in runs.items():
        assert ended(names[what]) == "Failed"
        said(what, why(names[what], "ingest"), word)


CASES = {case.__name__: case for case in [words, files, rights, image, approvals, killed, elsewhere]}


def main(work, *names):
    config = work / "project.yaml"
    with forwarded("penstock-s3", "svc/s3", 9000) as endpoint:
        env = environment(work, endpoint)
        for name in names or CASES:
            begin = time.monotonic()
            print(f"-- {name}", flush=True)
            CASES[name](work, env, config)
            print(f"-- {name}: {time.monotonic() - begin:.0f} s", flush=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), *sys.argv[2:])
