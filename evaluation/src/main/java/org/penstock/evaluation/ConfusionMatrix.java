package org.penstock.evaluation;

/**
 * How many rows of each label are called each label, and what follows from it. Definitions are
 * those of scikit-learn, with 0 where it divides by zero.
 *
 * @param counts by the code of what happened, then by that of what was called
 */
public record ConfusionMatrix(long[][] counts) {

  /** Counts {@code predictions}; a row is called its most probable label. */
  public static ConfusionMatrix of(ClassPredictions predictions) {
    int classes = predictions.classes();
    long[][] counts = new long[classes][classes];
    for (int row = 0; row < predictions.rows(); row++) {
      counts[(int) predictions.labels()[row]][predictions.called(row)]++;
    }
    return new ConfusionMatrix(counts);
  }

  /** Returns how many labels there are. */
  public int classes() {
    return counts.length;
  }

  /** Returns how many rows have the label {@code k}. */
  public long happened(int k) {
    long sum = 0;
    for (long count : counts[k]) {
      sum += count;
    }
    return sum;
  }

  /** Returns how many rows are called {@code k}. */
  public long called(int k) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[k];
    }
    return sum;
  }

  /** Returns the share of the rows called {@code k} that are; 0 if none is called so. */
  public double precision(int k) {
    return (double) counts[k][k] / Math.max(1, called(k));
  }

  /** Returns the share of the rows of label {@code k} that are called so; 0 if there is none. */
  public double recall(int k) {
    return (double) counts[k][k] / Math.max(1, happened(k));
  }

  /** Returns the harmonic mean of precision and recall of {@code k}; 0 where both are. */
  public double f1(int k) {
    return 2.0 * counts[k][k] / Math.max(1, happened(k) + called(k));
  }

  /** Returns the mean F1 of the labels that happened or are called. */
  double macroF1() {
    double sum = 0;
    int labels = 0;
    for (int k = 0; k < counts.length; k++) {
      if (happened(k) + called(k) > 0) {
        sum += f1(k);
        labels++;
      }
    }
    return sum / labels;
  }

  /** Returns the mean recall of the labels that happened. */
  double balancedAccuracy() {
    double sum = 0;
    int labels = 0;
    for (int k = 0; k < counts.length; k++) {
      if (happened(k) > 0) {
        sum += recall(k);
        labels++;
      }
    }
    return sum / labels;
  }

  /** Returns the share of rows that are called what they are. */
  double accuracy() {
    long right = 0;
    long all = 0;
    for (int k = 0; k < counts.length; k++) {
      right += counts[k][k];
      all += happened(k);
    }
    return (double) right / all;
  }
}
