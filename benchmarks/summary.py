"""usage: summary.py DIRECTORY NAME...

Reads the seconds in DIRECTORY/NAME.times, one run a line, by the clock and of all processors, and prints for each name
median, least and most by the clock, and the median of all processors together.
"""

import statistics
import sys


def main():
    directory, *names = sys.argv[1:]
    print(f"{'':18}  median    min    max    cpu  runs")
    for name in names:
        with open(f"{directory}/{name}.times") as lines:
            times = [tuple(map(float, line.split())) for line in lines]
        clock = [time[0] for time in times]
        cpu = statistics.median(time[1] for time in times)
        print(f"{name:18}  {statistics.median(clock):6.3f} {min(clock):6.3f} {max(clock):6.3f} {cpu:6.3f}"
              f"  {len(times):4}")


if __name__ == "__main__":
    main()
