package org.penstock.assetmode;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import org.penstock.row.Doc;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.Label;
import org.penstock.row.Part;
import org.penstock.row.Range;

/**
 * What eight sensors of an asset read in one minute: a line of {@code training_data.csv}.
 *
 * <p>The ranges are wider than the noise of the real data around zero, and narrow enough to refuse
 * a value of another column or unit. The valve is open between 0 and 100 %, where it stays for
 * hours: there it is at its end, not stuck.
 */
public record Reading(
    @EventTime @Doc("The minute of the reading") LocalDateTime timestamp,
    @Entity @Doc("Which asset, such as A001") String assetId,
    @Range(min = -50, max = 200) @Doc("Current of the motor, A") OptionalDouble motorCurrentA,
    @Range(min = -200, max = 3000) @Doc("Speed of the shaft, turns a minute")
        OptionalDouble shaftSpeedRpm,
    @Range(min = -5, max = 30) @Doc("Vibration of the bearing, mm/s") OptionalDouble vibrationMmS,
    @Range(min = -30, max = 180) @Doc("Temperature of the bearing, °C") OptionalDouble bearingTempC,
    @Range(min = -100, max = 2000) @Doc("Pressure behind the pump, kPa")
        OptionalDouble dischargePressureKpa,
    @Range(min = -200, max = 600) @Doc("Flow, m³ an hour") OptionalDouble flowM3H,
    @Range(min = -30, max = 150) @Doc("Temperature of the oil, °C") OptionalDouble oilTempC,
    @Range(min = 0, max = 100) @Doc("How far the inlet is open, %") OptionalDouble inletValvePct,
    @Label @Doc("What the asset does, as an expert sees it") OperatingMode operationalMode,
    @Doc("Whether the asset is learnt from or judged by; given by the file it comes in")
        Optional<Part> part) {}
