package org.penstock.evaluation;

import java.util.Arrays;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.penstock.row.Task;

/**
 * Predictions in descending order of probability, so that each resample of a bootstrap costs one
 * pass over an array of ints: a row drawn twice is a row of weight 2.
 *
 * <p>What does not depend on the order is summed up by group beforehand. Rows between two positive
 * ones only count, so they are summed without looking at each.
 */
final class RankedRows implements Measurable {

  private static final int BINS = 10;

  private final Cutoff cutoff;

  /** Twice the group of each row, and one more if its label is 1. */
  private final int[] rows;

  private final double[] probabilities;
  private final GroupSums sums;
  private final BinSums bins;
  private final Segments segments;

  /** Index of the last row called positive; -1 for none. */
  private final int lastCalled;

  RankedRows(BinaryPredictions predictions, Cutoff cutoff) {
    int count = predictions.rows();
    if (predictions.groups().count() >= 1 << 30) {
      throw new IllegalArgumentException(
          "%d groups are more than can be resampled".formatted(predictions.groups().count()));
    }
    this.cutoff = cutoff;
    this.rows = new int[count];
    this.probabilities = new double[count];
    this.sums = new GroupSums(predictions);
    int[] order = Descending.order(predictions.probabilities());
    for (int i = 0; i < count; i++) {
      int label = predictions.labels()[order[i]] == 1 ? 1 : 0;
      rows[i] = predictions.groups().codes()[order[i]] << 1 | label;
      probabilities[i] = predictions.probabilities()[order[i]];
    }
    int[] ends = binEnds();
    this.lastCalled = lastCalled();
    this.bins = new BinSums(ends, probabilities, row -> rows[row] >>> 1, sums.groups());
    boolean[] marked = new boolean[count];
    for (int end : ends) {
      marked[end] = true;
    }
    if (lastCalled >= 0) {
      marked[lastCalled] = true;
    }
    this.segments = Segments.of(count, this::endsTie, row -> (rows[row] & 1) == 1, marked);
  }

  private boolean endsTie(int row) {
    return row + 1 == probabilities.length || probabilities[row] != probabilities[row + 1];
  }

  /** Returns the last row of every bin of about equally many rows; a tie is in one bin. */
  private int[] binEnds() {
    int count = rows.length;
    int[] ends = new int[BINS];
    int found = 0;
    int bin = 0;
    for (int i = 0; i < count; i++) {
      if ((long) (i + 1) * BINS >= (long) (bin + 1) * count && endsTie(i)) {
        ends[found++] = i;
        bin = (int) ((long) (i + 1) * BINS / count);
      }
    }
    return Arrays.copyOf(ends, found);
  }

  private int lastCalled() {
    int last = -1;
    while (last + 1 < probabilities.length && probabilities[last + 1] >= cutoff.threshold()) {
      last++;
    }
    return last;
  }

  @Override
  public Set<Metric> metrics() {
    return Metric.of(Task.BINARY);
  }

  @Override
  public int groups() {
    return sums.groups();
  }

  @Override
  public void measure(int[] weights, double[] into) {
    double total = sums.measure(weights, into);
    double decile = total / 10;
    double inDecile = -1;
    long twiceConcordant = 0;
    double precisions = 0;
    long positives = 0;
    long seen = 0;
    long called = 0;
    long truePositives = 0;
    long[] positivesAtEnd = new long[bins.count()];
    int bin = 0;
    int start = 0;
    for (int segment = 0; segment < segments.count(); segment++) {
      int end = segments.end(segment);
      long here = weight(weights, start, end);
      long positivesHere = segments.hasPositives(segment) ? positiveWeight(weights, start, end) : 0;
      twiceConcordant += (here - positivesHere) * (2 * positives + positivesHere);
      if (inDecile < 0 && seen + here >= decile) {
        inDecile = positives + positivesHere * (decile - seen) / here;
      }
      seen += here;
      positives += positivesHere;
      if (positivesHere > 0) {
        precisions += (double) positivesHere * positives / seen;
      }
      if (end - 1 == lastCalled) {
        called = seen;
        truePositives = positives;
      }
      if (end - 1 == bins.end(bin)) {
        positivesAtEnd[bin++] = positives;
      }
      start = end;
    }
    into[Metric.AUC.ordinal()] = twiceConcordant / (2.0 * positives * (total - positives));
    into[Metric.AVERAGE_PRECISION.ordinal()] = precisions / positives;
    into[Metric.CALIBRATION_ERROR.ordinal()] = bins.distance(weights, positivesAtEnd) / total;
    into[Metric.TOP_DECILE_LIFT.ordinal()] = inDecile / decile / (positives / total);
    decide(called, truePositives, positives, total, into);
  }

  private long weight(int[] weights, int start, int end) {
    long sum = 0;
    for (int i = start; i < end; i++) {
      sum += weights[rows[i] >>> 1];
    }
    return sum;
  }

  private long positiveWeight(int[] weights, int start, int end) {
    long sum = 0;
    for (int i = start; i < end; i++) {
      sum += weights[rows[i] >>> 1] & -(rows[i] & 1);
    }
    return sum;
  }

  private void decide(
      long called, long truePositives, long positives, double total, double[] into) {
    long falsePositives = called - truePositives;
    long falseNegatives = positives - truePositives;
    into[Metric.ACCURACY.ordinal()] = (total - falsePositives - falseNegatives) / total;
    into[Metric.PRECISION.ordinal()] = (double) truePositives / called;
    into[Metric.RECALL.ordinal()] = (double) truePositives / positives;
    into[Metric.F1.ordinal()] = 2.0 * truePositives / (called + positives);
    into[Metric.EXPECTED_COST.ordinal()] =
        (falsePositives * cutoff.falsePositiveCost() + falseNegatives * cutoff.falseNegativeCost())
            / total;
  }

  /**
   * The rows of one probability and all above it.
   *
   * @param probability that of the rows
   * @param positives how many have label 1
   * @param rows how many there are
   */
  record Tie(double probability, long positives, int rows) {}

  /** Shows every distinct probability, descending, with whether it is the last of its bin. */
  void forEachTie(ObjIntConsumer<Tie> consumer) {
    long positives = 0;
    int bin = 0;
    for (int i = 0; i < rows.length; i++) {
      positives += rows[i] & 1;
      if (endsTie(i)) {
        consumer.accept(new Tie(probabilities[i], positives, i + 1), bin);
        if (i == bins.end(bin)) {
          bin++;
        }
      }
    }
  }

  /** Returns the threshold of {@link Cutoff#cheapest}. */
  double cheapestThreshold(double falsePositiveCost, double falseNegativeCost) {
    long positives = 0;
    for (int row : rows) {
      positives += row & 1;
    }
    double least = positives * falseNegativeCost;
    double threshold = 1;
    long found = 0;
    for (int i = 0; i < rows.length; i++) {
      found += rows[i] & 1;
      if (endsTie(i)) {
        double cost = (i + 1 - found) * falsePositiveCost + (positives - found) * falseNegativeCost;
        if (cost < least) {
          least = cost;
          threshold = probabilities[i];
        }
      }
    }
    return threshold;
  }
}
