package org.penstock.assetmode;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The readings of one sensor in the last half hour, at most {@value #CAPACITY} of them.
 *
 * <p>Missing readings are not kept, and gaps are seen in the times, so a window means minutes and
 * not rows. What is older than the longest window changes nothing: the features of a minute are a
 * function of the readings of the half hour before it, in a file as in a request.
 */
final class SensorReadings {

  /** Half an hour of a reading a minute; of readings that come faster, the latest. */
  private static final int CAPACITY = 32;

  private static final int LONGEST_MINUTES = 30;
  private static final double SECONDS_A_MINUTE = 60;

  /** How old a reading may be to stand for the one of a minute that has none. */
  private static final double STALE_MINUTES = 3;

  /** A slope needs three readings; two that are noisy say nothing of a direction. */
  private static final int FEWEST_FOR_SLOPE = 3;

  private final long[] seconds = new long[CAPACITY];
  private final double[] values = new double[CAPACITY];
  private int size;

  /** Adds a reading; times do not decrease. */
  void add(long second, double value) {
    int stale = 0;
    while (stale < size && (size - stale == CAPACITY || age(stale, second) >= LONGEST_MINUTES)) {
      stale++;
    }
    if (stale > 0) {
      System.arraycopy(seconds, stale, seconds, 0, size - stale);
      System.arraycopy(values, stale, values, 0, size - stale);
      size -= stale;
    }
    seconds[size] = second;
    values[size] = value;
    size++;
  }

  /** Returns the features of the sensor at {@code second}, when it reads {@code now}. */
  SensorWindow window(long second, OptionalDouble now) {
    SensorReadings known = now.isEmpty() ? this : with(second, now.getAsDouble());
    return new SensorWindow(
        now,
        known.change(second, 2),
        known.change(second, 3),
        known.change(second, 5),
        known.mean(second, 5),
        known.mean(second, 15),
        known.mean(second, 30),
        known.slope(second, 5),
        known.slope(second, 15),
        known.jitter(second, 5),
        known.jitter(second, 15),
        known.jitter(second, 30));
  }

  private SensorReadings with(long second, double value) {
    SensorReadings more = new SensorReadings();
    System.arraycopy(seconds, 0, more.seconds, 0, size);
    System.arraycopy(values, 0, more.values, 0, size);
    more.size = size;
    more.add(second, value);
    return more;
  }

  /** The last reading, less the last one of at least {@code minutes} ago; neither may be stale. */
  private OptionalDouble change(long now, int minutes) {
    int last = lastBefore(now, 0);
    int earlier = lastBefore(now, minutes);
    return last < 0 || earlier < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(values[last] - values[earlier]);
  }

  /** Returns the index of the last reading that is {@code minutes} old and not stale, or -1. */
  private int lastBefore(long now, int minutes) {
    int index = size - 1;
    while (index >= 0 && age(index, now) < minutes) {
      index--;
    }
    return index >= 0 && age(index, now) <= minutes + STALE_MINUTES ? index : -1;
  }

  private OptionalDouble mean(long now, int minutes) {
    int first = first(now, minutes);
    return first == size ? OptionalDouble.empty() : Arrays.stream(values, first, size).average();
  }

  private OptionalDouble slope(long now, int minutes) {
    int first = first(now, minutes);
    int count = size - first;
    if (count < FEWEST_FOR_SLOPE) {
      return OptionalDouble.empty();
    }

    double meanAge = 0;
    double meanValue = 0;
    for (int i = first; i < size; i++) {
      meanAge += age(i, now) / count;
      meanValue += values[i] / count;
    }
    double covariance = 0;
    double variance = 0;
    for (int i = first; i < size; i++) {
      double deviation = meanAge - age(i, now);
      covariance += deviation * (values[i] - meanValue);
      variance += deviation * deviation;
    }
    return variance > 0 ? OptionalDouble.of(covariance / variance) : OptionalDouble.empty();
  }

  private OptionalDouble jitter(long now, int minutes) {
    int first = first(now, minutes);
    if (size - first < 2) {
      return OptionalDouble.empty();
    }

    double squares = 0;
    for (int i = first + 1; i < size; i++) {
      double step = values[i] - values[i - 1];
      squares += step * step;
    }
    return OptionalDouble.of(StrictMath.sqrt(squares / (size - first - 1)));
  }

  /** Returns the index of the first reading younger than {@code minutes}. */
  private int first(long now, int minutes) {
    int index = size;
    while (index > 0 && age(index - 1, now) < minutes) {
      index--;
    }
    return index;
  }

  private double age(int index, long now) {
    return (now - seconds[index]) / SECONDS_A_MINUTE;
  }
}
