"""usage: building_calendar.py CSV FOLDER

Computes the features of every hour of SF_hospital_load.csv in pandas, by lists of dates instead of rules: the days
and the holidays of 2017, which begins on a Sunday, laid over the stamps of 2015. Writes golden-hours.csv, the hours of
the days on which something happens, and prints the SHA-256 of the features of all hours, as RealLoadTest computes it.
"""

import hashlib
import math
import sys

import pandas

HOLIDAYS = "01-01 01-16 02-20 05-29 07-04 09-04 10-09 11-11 11-23 12-25".split()
GOLDEN = "01-01 01-02 01-07 01-16 03-11 03-12 03-13 07-04 09-15 09-16 11-05 11-11 11-23 12-21 12-25 12-31".split()


def warmth(date):
    """Half a wave from 21 December to 15 September, of 268 days or 269, and another one back."""
    since = (date.day_of_year + 10) % 365
    rise = 269 if date >= pandas.Timestamp("2015-12-21") else 268
    return -math.cos(math.pi * since / rise) if since <= rise else math.cos(math.pi * (since - rise) / 97)


def main():
    csv, folder = sys.argv[1:]
    rows = pandas.read_csv(csv, parse_dates=["ds"])
    begin = rows.ds - pandas.Timedelta(hours=1)
    summer = (begin >= "2015-03-12 02:00") & (begin < "2015-11-05 01:00")
    clock = begin + pandas.to_timedelta(summer.astype(int), unit="h")
    same = clock + pandas.DateOffset(years=2)
    weekday = same.dt.strftime("%A")
    date = clock.dt.strftime("%m-%d")
    rows["day_type"] = "WORKDAY"
    rows.loc[weekday == "Saturday", "day_type"] = "SATURDAY"
    rows.loc[(weekday == "Sunday") | date.isin(HOLIDAYS), "day_type"] = "SUNDAY_OR_HOLIDAY"
    rows["hour"] = clock.dt.hour
    rows["warmth"] = [warmth(moment) for moment in clock]
    text = rows.apply(lambda row: "%s,%s,%d,%.9f" % (row.ds, row.day_type, row.hour, row.warmth), axis=1)
    with open(folder + "/golden-hours.csv", "w") as golden:
        golden.write("\n".join(["ds,day_type,hour,warmth", *text[date.isin(GOLDEN)]]) + "\n")
    print(hashlib.sha256("".join(line + "\n" for line in text).encode()).hexdigest())


if __name__ == "__main__":
    main()
