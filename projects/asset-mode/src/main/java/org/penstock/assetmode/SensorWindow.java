package org.penstock.assetmode;

import java.util.OptionalDouble;
import org.penstock.row.Doc;

/**
 * One sensor as of a minute, in the unit of the sensor. Windows of n minutes hold the reading of
 * the minute and those of the n − 1 before; what a window has too few readings for is missing.
 */
public record SensorWindow(
    @Doc("The reading of the minute") OptionalDouble now,
    @Doc("Change within 2 minutes") OptionalDouble change2,
    @Doc("Change within 3 minutes") OptionalDouble change3,
    @Doc("Change within 5 minutes") OptionalDouble change5,
    @Doc("Mean of 5 minutes") OptionalDouble mean5,
    @Doc("Mean of 15 minutes") OptionalDouble mean15,
    @Doc("Mean of 30 minutes") OptionalDouble mean30,
    @Doc("Slope a minute, by least squares over 5 minutes") OptionalDouble slope5,
    @Doc("Slope a minute, by least squares over 15 minutes") OptionalDouble slope15,
    @Doc("Root mean square of the steps between readings of 5 minutes") OptionalDouble jitter5,
    @Doc("Root mean square of the steps between readings of 15 minutes") OptionalDouble jitter15,
    @Doc("Root mean square of the steps between readings of 30 minutes") OptionalDouble jitter30) {}
