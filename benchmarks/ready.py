#!/usr/bin/env python3
"""Measures how long the image of the service takes until it is ready, without the time that a container engine takes.

    benchmarks/ready.py [RUNS]     as root, after `./penstock images` and `./penstock run credit-risk`

Unpacks the image, starts its program with the unpacked directory as root, and asks /health/ready every 3 ms.
"""

import gzip
import io
import json
import os
import pathlib
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.request

HOME = pathlib.Path(__file__).resolve().parent.parent
IMAGE = HOME / "images/target/images/serving.tar"
STORE = pathlib.Path(os.environ.get("PENSTOCK_STORE", ".penstock/store"))
PORT = 18082
USER = 8737


def unpack(root):
    with tarfile.open(IMAGE) as image:
        blob = lambda digest: image.extractfile("blobs/sha256/" + digest.removeprefix("sha256:")).read()
        manifest = json.loads(blob(json.load(image.extractfile("index.json"))["manifests"][0]["digest"]))
        for layer in manifest["layers"]:
            with tarfile.open(fileobj=io.BytesIO(gzip.decompress(blob(layer["digest"])))) as files:
                files.extractall(root, filter="fully_trusted")


def ready():
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health/ready", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def once(root):
    """Returns the seconds by the clock and of the processors until the service is ready."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    process = subprocess.Popen(
        ["chroot", f"--userspec={USER}:{USER}", root, "/opt/java/bin/java", "@/app/java", "org.penstock.serving.ServeMain",
         "--project=credit-risk", "--store=/tmp/store", "--host=127.0.0.1", f"--port={PORT}", "--drain=0s"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={"PATH": os.environ["PATH"], "HOME": "/tmp"})
    while not ready():
        if process.poll() is not None:
            sys.exit(f"the service ended with {process.returncode}: {process.stderr.read().decode()}")
        time.sleep(0.003)
    seconds = time.monotonic() - begin
    process.send_signal(signal.SIGKILL)
    process.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(runs):
    if os.geteuid() != 0 or not IMAGE.exists() or not STORE.is_dir():
        sys.exit(f"needs root, {IMAGE} (./penstock images) and a store with a deployed model (PENSTOCK_STORE, now {STORE})")
    with tempfile.TemporaryDirectory() as work:
        root = pathlib.Path(work)
        os.chmod(root, 0o755)
        unpack(root)
        shutil.copytree(STORE, root / "tmp/store")
        subprocess.run(["chown", "-R", f"{USER}:{USER}", root / "tmp"], check=True)
        (root / "proc").mkdir(exist_ok=True)
        subprocess.run(["mount", "--bind", "/proc", root / "proc"], check=True)
        try:
            once(root)
            times = [once(root) for _ in range(runs)]
        finally:
            subprocess.run(["umount", root / "proc"], check=True)
    clock = [seconds for seconds, _ in times]
    print(f"ready after {statistics.median(clock):.2f} s (median of {runs}; {min(clock):.2f} to {max(clock):.2f}), "
          f"{statistics.median(cpu for _, cpu in times):.2f} processor s, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
