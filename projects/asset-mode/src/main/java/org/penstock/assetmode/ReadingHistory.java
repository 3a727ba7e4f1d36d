package org.penstock.assetmode;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.penstock.feature.History;

/**
 * The last half hour of an asset. Starting and stopping differ only in direction, a fault only in
 * how much the asset trembles: one row does not tell them apart, the rows before it do.
 */
final class ReadingHistory implements History<Reading, ModeFeatures> {

  private static final List<Function<Reading, OptionalDouble>> SENSORS =
      List.of(
          Reading::motorCurrentA,
          Reading::shaftSpeedRpm,
          Reading::vibrationMmS,
          Reading::bearingTempC,
          Reading::dischargePressureKpa,
          Reading::flowM3H,
          Reading::oilTempC,
          Reading::inletValvePct);

  private final List<SensorReadings> sensors =
      Stream.generate(SensorReadings::new).limit(SENSORS.size()).toList();

  @Override
  public ModeFeatures features(Reading reading, LocalDateTime asOf) {
    return new ModeFeatures(
        window(0, reading, asOf),
        window(1, reading, asOf),
        window(2, reading, asOf),
        window(3, reading, asOf),
        window(4, reading, asOf),
        window(5, reading, asOf),
        window(6, reading, asOf),
        window(7, reading, asOf));
  }

  @Override
  public void observe(Reading reading) {
    for (int i = 0; i < SENSORS.size(); i++) {
      OptionalDouble value = SENSORS.get(i).apply(reading);
      if (value.isPresent()) {
        sensors.get(i).add(second(reading.timestamp()), value.getAsDouble());
      }
    }
  }

  private SensorWindow window(int sensor, Reading reading, LocalDateTime asOf) {
    return sensors.get(sensor).window(second(asOf), SENSORS.get(sensor).apply(reading));
  }

  private static long second(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }
}
