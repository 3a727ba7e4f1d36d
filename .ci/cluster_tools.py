"""What the checks on a cluster share: commands, port forwards, runs, and sentences that must be said."""

import base64
import contextlib
import datetime
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent.parent
STORE = os.environ.get("PENSTOCK_STORE", "s3://penstock/credit-risk")
S3_INSIDE = "http://s3.penstock-s3.svc:9000"
SERVING = "penstock-serving/credit-risk"
IMAGES = "images/target/images"
STEPS = ["ingest", "features", "train", "evaluate", "approve"]


def run(*command, env=None, timeout=900, stdin=None):
    """Runs a command; returns its code and all it said."""
    done = subprocess.run(
        [str(part) for part in command],
        env={**os.environ, **(env or {})},
        cwd=HERE,
        input=stdin,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=timeout,
        check=False,
    )
    return done.returncode, done.stdout


def must(*command, **options):
    code, said = run(*command, **options)
    if code != 0:
        raise AssertionError(f"{' '.join(map(str, command))} ended with {code}:\n{said}")
    return said


def penstock(*arguments, **options):
    return run("./penstock", *arguments, **options)


def objects(*arguments):
    return json.loads(must("kubectl", *arguments, "-o", "json"))


def said(what, text, *words):
    """Prints the sentence in which `text` says all `words`; complains if none does."""
    lines = [line.strip() for line in text.splitlines()]
    for line in lines:
        if all(word.lower() in line.lower() for word in words):
            print(f"  {what}:\n    {line[:400]}")
            return
    raise AssertionError(f"{what}: nobody said {words} in\n{text[-3000:]}")


def refused(what, outcome, code, *words):
    """Checks that a command ended with `code`, or one of them, and said why."""
    allowed = code if isinstance(code, tuple) else (code,)
    if outcome[0] not in allowed:
        raise AssertionError(f"{what}: ended with {outcome[0]}, not {allowed}:\n{outcome[1][-3000:]}")
    said(f"{what} ({outcome[0]})", outcome[1], *words)


@contextlib.contextmanager
def forwarded(namespace, target, port):
    """Makes a port of the cluster answer on this machine, and yields its URL; kubectl, which ends when a connection breaks, is started again."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        here = free.getsockname()[1]
    process = subprocess.Popen(
        ["sh", "-c", 'while :; do kubectl port-forward -n "$0" "$1" "$2"; sleep 0.2; done', namespace, target, f"{here}:{port}"],
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", here), 1):
                break
            time.sleep(0.2)
        else:
            raise AssertionError(f"no way to {target} in {namespace}: kubectl says why above")
        yield f"http://127.0.0.1:{here}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(10)


def workflow(name):
    return objects("get", "workflow", "-n", "penstock", name)


def nodes(name):
    """Returns the nodes of a run by the name that people see; of a step its last attempt's parent."""
    return {
        node["displayName"]: node
        for node in workflow(name).get("status", {}).get("nodes", {}).values()
    }


def outputs(node):
    return {
        output["name"]: output.get("value", "")
        for output in node.get("outputs", {}).get("parameters", [])
    }


def local(work, project, *more, env=None):
    """Runs a project on this machine; returns its steps by name."""
    said = must("./penstock", "run", project, "--store", work / "local", "--json", *more, env=env)
    return {step["name"]: step for step in json.loads(said[re.search(r"^{", said, re.MULTILINE).start():])["steps"]}


def compare(here, there):
    """Complains unless the artifacts of the steps `here` are those of the nodes `there`; returns how many there are."""
    digests = {(step, name): it["digest"] for step in here for name, it in here[step]["outputs"].items()}
    found = {step: outputs(there[step]) for step in here}
    problems = [
        f"{step}/{name} is {found[step].get(name)} on the cluster and {digest} here"
        for (step, name), digest in digests.items()
        if found[step].get(name) != digest
    ]
    if problems or not digests:
        raise AssertionError("\n".join(problems) or "there are no artifacts here")
    return f"{len(digests)} artifacts of {len(here)} steps: equal here and there"


def environment(work, s3):
    """What a person has set who talks to the store of the cluster from outside."""
    secret = objects("get", "secret", "-n", "penstock", "penstock-store")["data"]
    return {
        **{name: base64.b64decode(value).decode() for name, value in secret.items()},
        "PENSTOCK_STORE": STORE,
        "PENSTOCK_S3_ENDPOINT": s3,
        "PENSTOCK_KEYS": str(work / "keys"),
    }


def ask(url, path):
    with urllib.request.urlopen(url + path, timeout=10) as answer:
        return json.load(answer)


def await_node(name, node, phases, seconds=180):
    for _ in range(seconds * 2):
        found = nodes(name).get(node)
        if found and found.get("phase") in phases:
            return found
        time.sleep(0.5)
    raise AssertionError(f"{node} of {name} did not become {phases}: {found and found.get('phase')} {found and found.get('message')}")


def seconds_of(node):
    parse = datetime.datetime.fromisoformat
    return (parse(node["finishedAt"]) - parse(node["startedAt"])).total_seconds()


def deployed():
    """Returns which deployment the servers were told to load."""
    namespace, name = SERVING.split("/")
    template = objects("get", "deployment", "-n", namespace, name)["spec"]["template"]
    return template["metadata"].get("annotations", {}).get("penstock.org/deployment", "")


def approvers(work, *names):
    """Returns lines of project.yaml that make `names` approvers, with keys kept in `work`."""
    lines = []
    for name in names:
        line = must("./penstock", "key", name, env={"PENSTOCK_KEYS": str(work / "keys")})
        lines.append("    " + line.strip().splitlines()[-1])
    return "\n".join(lines)


def settings(work, name, project="credit-risk", **changes):
    """Writes a project.yaml that differs from the project's own in whole lines, and returns its path."""
    text = (HERE / "projects" / project / "project.yaml").read_text(encoding="utf-8")
    for pattern, line in changes.values():
        text, count = re.subn(pattern, line, text, flags=re.MULTILINE)
        assert count == 1, f"{pattern} stands {count} times in project.yaml"
    path = work / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def listed(work, *names):
    return (r"^  approvers: \[\]$", "  approvers:\n" + approvers(work, *names))


def prefix():
    return STORE.removeprefix("s3://penstock/")


def s3(env, method, key, content=None):
    """One request to the bucket, signed by curl; returns the bytes of the answer."""
    command = ["curl", "-sS", "--fail-with-body", "-X", method, "--aws-sigv4", "aws:amz:us-east-1:s3",
               "--user", f"{env['AWS_ACCESS_KEY_ID']}:{env['AWS_SECRET_ACCESS_KEY']}",
               "-H", "x-amz-content-sha256: UNSIGNED-PAYLOAD", f"{env['PENSTOCK_S3_ENDPOINT']}/penstock/{key}"]
    if content is not None:
        command += ["--data-binary", "@-", "-H", "Content-Type: application/octet-stream"]
    done = subprocess.run(command, input=content, capture_output=True, timeout=60, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{method} {key}: {done.stderr.decode()} {done.stdout.decode()}")
    return done.stdout
