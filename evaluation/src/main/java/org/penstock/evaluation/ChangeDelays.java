package org.penstock.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

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
   * One change.
   *
   * @param label what happens from then on, as a code
   * @param delay rows until it is called; empty if it is missed
   */
  public record Change(int label, OptionalInt delay) {}

  /** Sums {@code changes} up. */
  public static ChangeDelays of(List<Change> changes) {
    double[] sorted =
        changes.stream()
            .filter(change -> change.delay().isPresent())
            .mapToDouble(change -> change.delay().getAsInt())
            .sorted()
            .toArray();
    return new ChangeDelays(
        changes.size(),
        changes.size() - sorted.length,
        sorted.length == 0 ? Double.NaN : Quantiles.of(sorted, .5),
        sorted.length == 0 ? Double.NaN : Quantiles.of(sorted, NINE_OF_TEN));
  }

  /**
   * Finds the changes.
   *
   * @param series code of the series each row belongs to, from 0; rows of one are in their order,
   *     and may stand among those of others
   * @param labels what happened
   * @param called what the model says
   * @return in the order in which they are seen or missed
   */
  public static List<Change> changes(int[] series, int[] labels, int[] called) {
    int count = Arrays.stream(series).max().orElse(-1) + 1;
    int[] last = new int[count];
    int[] waiting = new int[count];
    Arrays.fill(last, -1);
    Arrays.fill(waiting, -1);
    List<Change> changes = new ArrayList<>();
    for (int row = 0; row < labels.length; row++) {
      int own = series[row];
      if (last[own] >= 0 && labels[row] != last[own]) {
        if (waiting[own] >= 0) {
          changes.add(new Change(last[own], OptionalInt.empty()));
        }
        waiting[own] = 0;
      }
      last[own] = labels[row];
      if (waiting[own] >= 0 && called[row] == labels[row]) {
        changes.add(new Change(labels[row], OptionalInt.of(waiting[own])));
        waiting[own] = -1;
      } else if (waiting[own] >= 0) {
        waiting[own]++;
      }
    }
    for (int own = 0; own < count; own++) {
      if (waiting[own] >= 0) {
        changes.add(new Change(last[own], OptionalInt.empty()));
      }
    }
    return changes;
  }
}
