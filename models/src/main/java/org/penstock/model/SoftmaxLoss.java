package org.penstock.model;

import java.util.List;

/**
 * The penalised log-loss of a multinomial logistic regression and its gradient. Parameters are the
 * weights of each class followed by its intercept.
 */
final class SoftmaxLoss implements LimitedMemory.Function {

  private final double[][] rows;
  private final int[] classes;
  private final float[] weights;
  private final int count;
  private final double l2;

  /**
   * @param codes the labels that occur; class {@code k} is the label {@code codes[k]}
   */
  SoftmaxLoss(Examples examples, List<LinearInput> inputs, int[] codes, double l2) {
    this.count = codes.length;
    this.l2 = l2;
    this.weights = examples.weights();
    this.rows = new double[examples.rows()][inputs.size()];
    for (int i = 0; i < inputs.size(); i++) {
      double[] values = inputs.get(i).values(examples);
      for (int row = 0; row < rows.length; row++) {
        rows[row][i] = values[row];
      }
    }
    int[] classOf = new int[examples.classes()];
    for (int k = 0; k < codes.length; k++) {
      classOf[codes[k]] = k;
    }
    this.classes = new int[rows.length];
    for (int row = 0; row < rows.length; row++) {
      classes[row] = classOf[(int) examples.labels()[row]];
    }
  }

  int parameters() {
    return count * (rows[0].length + 1);
  }

  @Override
  public double value(double[] parameters, double[] gradient) {
    int inputs = rows[0].length;
    int width = inputs + 1;
    double value = 0;
    for (int i = 0; i < parameters.length; i++) {
      double penalised = i % width < inputs ? parameters[i] : 0;
      value += l2 / 2 * penalised * penalised;
      gradient[i] = l2 * penalised;
    }
    double[] odds = new double[count];
    for (int row = 0; row < rows.length; row++) {
      value += weights[row] * loss(row, parameters, odds);
      for (int k = 0; k < count; k++) {
        double gap = weights[row] * (odds[k] - (classes[row] == k ? 1 : 0));
        int start = k * width;
        for (int i = 0; i < inputs; i++) {
          gradient[start + i] += gap * rows[row][i];
        }
        gradient[start + inputs] += gap;
      }
    }
    return value;
  }

  /** Returns the log-loss of {@code row} and leaves the probabilities in {@code into}. */
  private double loss(int row, double[] parameters, double[] into) {
    int inputs = rows[0].length;
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      int start = k * (inputs + 1);
      double sum = parameters[start + inputs];
      for (int i = 0; i < inputs; i++) {
        sum += parameters[start + i] * rows[row][i];
      }
      into[k] = sum;
      largest = Math.max(largest, sum);
    }
    double all = 0;
    double own = into[classes[row]] - largest;
    for (int k = 0; k < count; k++) {
      into[k] = StrictMath.exp(into[k] - largest);
      all += into[k];
    }
    for (int k = 0; k < count; k++) {
      into[k] /= all;
    }
    return StrictMath.log(all) - own;
  }
}
