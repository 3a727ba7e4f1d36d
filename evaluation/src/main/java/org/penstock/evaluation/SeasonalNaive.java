package org.penstock.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What happened one season ago happens again: the forecast that any other has to beat.
 *
 * @param lag length of the season, positive, in the unit of the times
 */
public record SeasonalNaive(long lag) {

  public SeasonalNaive {
    if (lag <= 0) {
      throw new IllegalArgumentException("A season has a positive length, got " + lag);
    }
  }

  /**
   * Says of each judged row what happened a season before, or as many seasons before as it takes to
   * come to a row that was known. A row that has none gets the mean of what was known.
   *
   * @param times of all rows
   * @param values what happened in them
   * @param known rows before which nothing is judged, at least one
   * @param judged rows to predict
   */
  public double[] predict(long[] times, double[] values, int[] known, int[] judged) {
    int[] sorted =
        IntStream.of(known)
            .boxed()
            .sorted((one, other) -> Long.compare(times[one], times[other]))
            .mapToInt(row -> row)
            .toArray();
    long[] moments = IntStream.of(sorted).mapToLong(row -> times[row]).toArray();
    double mean = IntStream.of(sorted).mapToDouble(row -> values[row]).average().orElseThrow();
    double[] predicted = new double[judged.length];
    for (int i = 0; i < judged.length; i++) {
      int found = seasonsBefore(times[judged[i]], moments);
      predicted[i] = found < 0 ? mean : values[sorted[found]];
    }
    return predicted;
  }

  private int seasonsBefore(long time, long[] moments) {
    long last = moments[moments.length - 1];
    long seasons = Math.max(1, Math.ceilDiv(time - last, lag));
    for (long moment = time - seasons * lag; moment >= moments[0]; moment -= lag) {
      int found = Arrays.binarySearch(moments, moment);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }
}
