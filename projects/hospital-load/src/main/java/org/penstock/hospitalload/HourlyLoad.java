package org.penstock.hospitalload;

import java.time.LocalDateTime;
import org.penstock.row.Doc;
import org.penstock.row.EventTime;
import org.penstock.row.Id;
import org.penstock.row.Label;
import org.penstock.row.Range;

/**
 * The mean load of one hour.
 *
 * @param ds the end of the hour, in standard time all the year: the first is 01:00 of 1 January,
 *     and no hour is absent or twice where daylight saving begins or ends. Hours that come twice go
 *     to quarantine
 * @param y in the file 716 to 1,389
 */
public record HourlyLoad(
    @Id @EventTime @Doc("End of the hour, Pacific standard time") LocalDateTime ds,
    @Label @Range(min = 100, max = 5000) @Doc("Mean load of the hour in kW") double y) {}
