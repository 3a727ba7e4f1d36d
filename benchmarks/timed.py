"""usage: timed.py FILE COMMAND...

Runs a command that must succeed, and appends to FILE its seconds by the clock and of all processors.
"""

import resource
import subprocess
import sys
import time


def main():
    file, *command = sys.argv[1:]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    clock = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(file, "a") as times:
        times.write(f"{clock:.3f} {used.ru_utime + used.ru_stime:.3f}\n")


if __name__ == "__main__":
    main()
