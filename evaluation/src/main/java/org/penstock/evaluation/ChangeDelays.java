package org.penstock.evaluation;

import java.util.Arrays;

/**
 * How late a change of label is seen, in rows: of each change, how many rows pass until the new
 * label is called for the first time. A change that is not seen before the next one is missed.
 *
 * @param changes how many there are
 * @param missed how many of them are never seen
 * @param median rows until a change is seen, of those that are; NaN if none is
 * @param late rows within which nine of ten changes that are seen are; NaN if none is
 */
public record ChangeDelays(int changes, int missed, double median, double late) {

  private static final double NINE_OF_TEN = .9;

  /**
   * Measures.
   *
   * @param series code of the series each row belongs to, from 0; rows of one are in their order,
   *     and may stand among those of others
   * @param labels what happened
   * @param called what the model says
   */
  public static ChangeDelays of(int[] series, int[] labels, int[] called) {
    int count = Arrays.stream(series).max().orElse(-1) + 1;
    int[] last = new int[count];
    int[] waiting = new int[count];
    Arrays.fill(last, -1);
    Arrays.fill(waiting, -1);
    double[] delays = new double[labels.length];
    int changes = 0;
    int seen = 0;
    for (int row = 0; row < labels.length; row++) {
      int own = series[row];
      if (last[own] >= 0 && labels[row] != last[own]) {
        changes++;
        waiting[own] = 0;
      }
      last[own] = labels[row];
      if (waiting[own] >= 0 && called[row] == labels[row]) {
        delays[seen++] = waiting[own];
        waiting[own] = -1;
      } else if (waiting[own] >= 0) {
        waiting[own]++;
      }
    }
    double[] sorted = Arrays.copyOf(delays, seen);
    Arrays.sort(sorted);
    return new ChangeDelays(
        changes,
        changes - seen,
        seen == 0 ? Double.NaN : Quantiles.of(sorted, .5),
        seen == 0 ? Double.NaN : Quantiles.of(sorted, NINE_OF_TEN));
  }
}
