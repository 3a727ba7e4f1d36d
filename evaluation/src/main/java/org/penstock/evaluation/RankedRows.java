package org.penstock.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Predictions in descending order of probability, so that each resample of a bootstrap costs one
 * pass over plain arrays: a row drawn twice is a row of weight 2.
 */
final class RankedRows {

  private static final int BINS = 10;
  private static final int LABEL = 1;
  private static final int LAST_OF_TIE = 2;
  private static final int LAST_OF_BIN = 4;
  private static final int LAST_POSITIVE = 8;
  private static final int FLAGS = 4;

  /** Keeps the logarithm of a probability of 0 finite, as scikit-learn does for doubles. */
  private static final double EPSILON = Math.ulp(1.0);

  private final Cutoff cutoff;

  /** Group and flags of a row in one number, which is all that most metrics read. */
  private final int[] rows;

  private final double[] probabilities;
  private final double[] losses;

  /** How many rows each group has. */
  private final int[] sizes;

  RankedRows(Predictions predictions, Cutoff cutoff) {
    int count = predictions.rows();
    if (predictions.groups().count() >= 1 << (31 - FLAGS)) {
      throw new IllegalArgumentException(
          "%d groups are more than can be resampled".formatted(predictions.groups().count()));
    }
    this.cutoff = cutoff;
    this.rows = new int[count];
    this.probabilities = new double[count];
    this.losses = new double[count];
    this.sizes = new int[predictions.groups().count()];
    int[] order = Descending.order(predictions.probabilities());
    for (int i = 0; i < count; i++) {
      int group = predictions.groups().codes()[order[i]];
      double label = predictions.labels()[order[i]];
      double probability = predictions.probabilities()[order[i]];
      rows[i] = group << FLAGS | (label == 1 ? LABEL : 0);
      probabilities[i] = probability;
      losses[i] = -Math.log(Math.clamp(label == 1 ? probability : 1 - probability, EPSILON, 1));
      sizes[group]++;
    }
    flag();
  }

  private void flag() {
    int count = rows.length;
    int bin = 0;
    for (int i = 0; i < count; i++) {
      boolean last = i == count - 1;
      if (!last && probabilities[i] == probabilities[i + 1]) {
        continue;
      }

      rows[i] |= LAST_OF_TIE;
      if (last || (long) (i + 1) * BINS >= (long) (bin + 1) * count) {
        rows[i] |= LAST_OF_BIN;
        bin = (int) ((long) (i + 1) * BINS / count);
      }
      if (probabilities[i] >= cutoff.threshold()
          && (last || probabilities[i + 1] < cutoff.threshold())) {
        rows[i] |= LAST_POSITIVE;
      }
    }
  }

  /** Returns weights that take every row once. */
  int[] once() {
    int[] weights = new int[sizes.length];
    Arrays.fill(weights, 1);
    return weights;
  }

  /**
   * Computes every metric of the rows weighted by group.
   *
   * @param weights how often each group was drawn
   * @param into one value a metric, by ordinal; NaN where not defined
   */
  void measure(int[] weights, double[] into) {
    long total = 0;
    for (int group = 0; group < sizes.length; group++) {
      total += (long) weights[group] * sizes[group];
    }
    double decile = total / 10.0;
    double inDecile = 0;
    boolean decileDone = false;
    double concordant = 0;
    double precisions = 0;
    double loss = 0;
    double squares = 0;
    double apart = 0;
    double binProbability = 0;
    long positives = 0;
    long seen = 0;
    long positivesBeforeTie = 0;
    long seenBeforeTie = 0;
    long positivesBeforeBin = 0;
    long calledPositive = 0;
    long truePositives = 0;
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      int weight = weights[row >>> FLAGS];
      int label = row & LABEL;
      double probability = probabilities[i];
      seen += weight;
      positives += weight * label;
      loss += weight * losses[i];
      squares += weight * (probability - label) * (probability - label);
      binProbability += weight * probability;
      if ((row & LAST_OF_TIE) == 0) {
        continue;
      }

      long tied = seen - seenBeforeTie;
      long tiedPositives = positives - positivesBeforeTie;
      concordant += (tied - tiedPositives) * (positivesBeforeTie + 0.5 * tiedPositives);
      if (tiedPositives > 0) {
        precisions += (double) tiedPositives * positives / seen;
      }
      if (!decileDone && seen >= decile) {
        inDecile = positivesBeforeTie + tiedPositives * (decile - seenBeforeTie) / tied;
        decileDone = true;
      }
      if ((row & LAST_OF_BIN) != 0) {
        apart += Math.abs(binProbability - (positives - positivesBeforeBin));
        binProbability = 0;
        positivesBeforeBin = positives;
      }
      if ((row & LAST_POSITIVE) != 0) {
        calledPositive = seen;
        truePositives = positives;
      }
      positivesBeforeTie = positives;
      seenBeforeTie = seen;
    }
    long negatives = total - positives;
    long falsePositives = calledPositive - truePositives;
    long falseNegatives = positives - truePositives;
    into[Metric.AUC.ordinal()] = concordant / ((double) positives * negatives);
    into[Metric.AVERAGE_PRECISION.ordinal()] = precisions / positives;
    into[Metric.LOG_LOSS.ordinal()] = loss / total;
    into[Metric.BRIER.ordinal()] = squares / total;
    into[Metric.CALIBRATION_ERROR.ordinal()] = apart / total;
    into[Metric.TOP_DECILE_LIFT.ordinal()] = inDecile / decile / ((double) positives / total);
    into[Metric.ACCURACY.ordinal()] = (double) (total - falsePositives - falseNegatives) / total;
    into[Metric.PRECISION.ordinal()] = (double) truePositives / calledPositive;
    into[Metric.RECALL.ordinal()] = (double) truePositives / positives;
    into[Metric.F1.ordinal()] = 2.0 * truePositives / (calledPositive + positives);
    into[Metric.EXPECTED_COST.ordinal()] =
        (falsePositives * cutoff.falsePositiveCost() + falseNegatives * cutoff.falseNegativeCost())
            / total;
  }

  /**
   * The rows of one probability and all above it.
   *
   * @param probability the sum of the probabilities
   * @param positives how many have label 1
   * @param rows how many there are
   * @param endsBin whether it is the last of a bin of the calibration error
   */
  record Tie(double probability, long positives, long rows, boolean endsBin) {}

  /** Returns one entry a distinct probability, descending; counts grow. */
  List<Tie> ties() {
    List<Tie> ties = new ArrayList<>();
    double probability = 0;
    long positives = 0;
    for (int i = 0; i < rows.length; i++) {
      probability += probabilities[i];
      positives += rows[i] & LABEL;
      if ((rows[i] & LAST_OF_TIE) != 0) {
        ties.add(new Tie(probability, positives, i + 1, (rows[i] & LAST_OF_BIN) != 0));
      }
    }
    return ties;
  }

  /** Returns the threshold of {@link Cutoff#cheapest}. */
  double cheapestThreshold(double falsePositiveCost, double falseNegativeCost) {
    long positives = 0;
    for (int row : rows) {
      positives += row & LABEL;
    }
    double least = positives * falseNegativeCost;
    double threshold = 1;
    long found = 0;
    for (int i = 0; i < rows.length; i++) {
      found += rows[i] & LABEL;
      if ((rows[i] & LAST_OF_TIE) != 0) {
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
