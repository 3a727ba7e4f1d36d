#!/usr/bin/env python3
"""Calls a service without a pause while a command changes it, and counts what was not answered.

    check_rollout.py http://10.96.1.2 -- helm upgrade credit-risk helm/penstock-serving --reset-then-reuse-values --wait

Half of the callers keep their connections, half make one a request; none tries again. Prints which model answered how
often and how long the slowest answer took; exits with 1 if a request failed, else with the exit code of the command.
"""
import argparse
import collections
import http.client
import json
import subprocess
import sys
import threading
import time
import urllib.parse


class Caller(threading.Thread):
    def __init__(self, address, path, pause, keep, end):
        super().__init__(daemon=True)
        self.address, self.path, self.pause, self.keep, self.end = address, path, pause, keep, end
        self.models, self.failures, self.slowest = collections.Counter(), collections.Counter(), 0.0

    def run(self):
        connection = None
        while not self.end.is_set():
            begun = time.monotonic()
            try:
                connection = connection or http.client.HTTPConnection(self.address, timeout=10)
                connection.request("GET", self.path)
                answer = connection.getresponse()
                body = answer.read()
                if answer.status == 200:
                    self.models[json.loads(body)["model"]] += 1
                else:
                    self.failures[f"{answer.status} {body[:200]!r}"] += 1
                if not self.keep or answer.will_close:
                    connection.close()
                    connection = None
            except (OSError, http.client.HTTPException, ValueError) as failure:
                self.failures[f"{'kept' if self.keep else 'new'} connection: {failure!r}"] += 1
                connection = None
            taken = time.monotonic() - begun
            self.slowest = max(self.slowest, taken)
            self.end.wait(max(0.0, self.pause - taken))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("url", help="of the service, without a path")
    arguments.add_argument("--path", default="/v1/predictions/5008804", help="what is asked; its answer has a key 'model'")
    arguments.add_argument("--rate", type=float, default=100, help="requests a second of all callers together")
    arguments.add_argument("--callers", type=int, default=8)
    arguments.add_argument("--settle", type=float, default=8, help="seconds of calling before and after the command")
    arguments.add_argument("--limit", type=float, default=300, help="seconds that the command may take")
    arguments.add_argument("command", nargs="+")
    given = arguments.parse_args()

    end = threading.Event()
    pause = given.callers / given.rate
    address = urllib.parse.urlsplit(given.url).netloc
    callers = [Caller(address, given.path, pause, number % 2 == 0, end) for number in range(given.callers)]
    for caller in callers:
        caller.start()
        time.sleep(pause / given.callers)
    time.sleep(min(given.settle, 2))
    begun = time.monotonic()
    try:
        exit_code = subprocess.run(given.command, timeout=given.limit, stdout=sys.stderr).returncode
    except subprocess.TimeoutExpired:
        print(f"check_rollout: {given.command[0]} did not end within {given.limit:g} s", file=sys.stderr)
        exit_code = 1
    seconds = time.monotonic() - begun
    time.sleep(given.settle)
    end.set()
    for caller in callers:
        caller.join(15)

    models = sum((caller.models for caller in callers), collections.Counter())
    failures = sum((caller.failures for caller in callers), collections.Counter())
    answered, failed = sum(models.values()), sum(failures.values())
    print(f"{answered} answered, {failed} failed, slowest {max(caller.slowest for caller in callers) * 1000:.0f} ms, "
          f"command {seconds:.1f} s")
    for model, count in models.most_common():
        print(f"  {count} by {model}")
    for failure, count in failures.most_common():
        print(f"  {count} failed: {failure}")
    sys.exit(1 if failed or not answered else exit_code)


if __name__ == "__main__":
    main()
