package org.penstock.assetmode;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.penstock.feature.sample.Draw;
import org.penstock.row.Part;

/**
 * Invented readings with the columns and the quirks of the real ones: cells that are missing, gaps
 * in time, rows twice, rows out of order, sensors that are stuck for hours, labels a minute off
 * where the mode changes. Three of five assets teach, one of five is for choosing, one for judging;
 * the real data says so by the file.
 */
final class SampleReadings {

  private static final int MINUTES = 900;
  private static final LocalDateTime START = LocalDateTime.of(2022, 1, 3, 6, 0);

  /** Of each sensor: what it reads standing still, what full load adds, its noise. */
  private static final double[][] SENSORS = {
    {0, 60, 1.2},
    {0, 1250, 9},
    {.5, 2.3, .06},
    {25, 48, .3},
    {105, 600, 6},
    {2, 190, 3},
    {21, 24, .25},
    {1, 90, 1.4},
  };

  private static final int BEARING = 3;
  private static final int OIL = 6;
  private static final int VALVE = 7;
  private static final int VIBRATION = 2;

  private final Draw draw;
  private final List<Reading> readings = new ArrayList<>();

  private SampleReadings(long seed) {
    this.draw = new Draw(seed);
  }

  /** Returns the readings of {@code assets} assets; equal seeds give equal readings. */
  static List<Reading> of(long seed, int assets) {
    SampleReadings sample = new SampleReadings(seed);
    for (int asset = 0; asset < assets; asset++) {
      sample.draw(String.format(Locale.ROOT, "A%03d", asset + 1), part(asset, assets));
    }
    return sample.readings;
  }

  /** The last asset judges, however few there are. */
  private static Part part(int asset, int assets) {
    int behind = assets - 1 - asset;
    int fifth = Math.max(1, assets / 5);
    return behind < fifth ? Part.TEST : behind < 2 * fifth ? Part.VALIDATION : Part.TRAIN;
  }

  private void draw(String asset, Part part) {
    List<Machine.Minute> minutes = Machine.run(draw, MINUTES);
    double[] scale = scale();
    int stuckSensor = draw.happens(.5) ? draw.between(0, SENSORS.length) : -1;
    int stuckFrom = draw.between(100, 500);
    int gapAt = draw.between(200, 700);
    LocalDateTime time = START.plusMinutes(draw.between(0, 200_000));
    double[] values = new double[SENSORS.length];
    double[] heat = {25, 21};
    List<Reading> own = new ArrayList<>();
    for (int i = 0; i < minutes.size(); i++) {
      double[] stuck = values.clone();
      values = values(minutes.get(i), scale, heat);
      if (stuckSensor >= 0 && i > stuckFrom && i < stuckFrom + 150) {
        values[stuckSensor] = stuck[stuckSensor];
      }
      time = time.plusMinutes(i == gapAt ? draw.between(8, 90) : 1);
      own.add(reading(time, asset, values, mode(minutes, i), part));
    }
    spoil(own);
    readings.addAll(own);
  }

  /** No asset is quite as large as another. */
  private double[] scale() {
    double[] scale = new double[SENSORS.length];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = 1 + .04 * draw.normal();
    }
    return scale;
  }

  private double[] values(Machine.Minute minute, double[] scale, double[] heat) {
    double[] values = new double[SENSORS.length];
    for (int i = 0; i < values.length; i++) {
      double[] sensor = SENSORS[i];
      values[i] = sensor[0] + sensor[1] * scale[i] * minute.load() + sensor[2] * draw.normal();
    }
    if (minute.mode() == OperatingMode.FAULT) {
      values[VIBRATION] += 1.6 * draw.normal();
    }
    heat[0] += .05 * (values[BEARING] - heat[0]);
    heat[1] += .04 * (values[OIL] - heat[1]);
    values[BEARING] = heat[0] + .1 * draw.normal();
    values[OIL] = heat[1] + .1 * draw.normal();
    values[VALVE] = Math.clamp(values[VALVE], 0, 100);
    return values;
  }

  /** The expert's label is that of the minute before or after, now and then. */
  private OperatingMode mode(List<Machine.Minute> minutes, int index) {
    int off = draw.happens(.15) ? draw.between(-1, 2) : 0;
    return minutes.get(Math.clamp(index + off, 0, minutes.size() - 1)).mode();
  }

  private Reading reading(
      LocalDateTime time, String asset, double[] values, OperatingMode mode, Part part) {
    return new Reading(
        time,
        asset,
        cell(values[0]),
        cell(values[1]),
        cell(values[2]),
        cell(values[3]),
        cell(values[4]),
        cell(values[5]),
        cell(values[6]),
        cell(values[7]),
        mode,
        Optional.of(part));
  }

  private OptionalDouble cell(double value) {
    return draw.happens(.014)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.round(value * 1000) / 1000.0);
  }

  /** Two rows in a thousand come twice, and three blocks of an asset in the wrong order. */
  private void spoil(List<Reading> own) {
    for (int i = own.size() - 1; i >= 0; i--) {
      if (draw.happens(.002)) {
        own.add(i, own.get(i));
      }
    }
    for (int i = 0; i < 3; i++) {
      int at = draw.between(0, own.size() - 12);
      Collections.rotate(own.subList(at, at + 12), 4);
    }
  }
}
