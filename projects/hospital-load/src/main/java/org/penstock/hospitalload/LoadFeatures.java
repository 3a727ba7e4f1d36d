package org.penstock.hospitalload;

import org.penstock.row.Doc;
import org.penstock.row.Range;

/** What the model sees of an hour: the clock, the calendar and the season of the building. */
public record LoadFeatures(
    @Doc("What the building takes the day for") DayType dayType,
    @Range(min = 0, max = 23) @Doc("Hour that begins, by the building's clock") int hour,
    @Range(min = -1, max = 1)
        @Doc("How warm the season is: -1 on the coldest day of the year, 1 on the warmest")
        double warmth) {}
