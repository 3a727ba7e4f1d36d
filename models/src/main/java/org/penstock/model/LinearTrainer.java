package org.penstock.model;

import java.util.Arrays;
import java.util.List;
import org.penstock.scoring.LinearScorer;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;

/**
 * Linear regression of a number with a penalty on squared weights (ridge), solved exactly: the sum
 * of squared errors and {@code l2} times that of the weights is least. The intercept has no
 * penalty.
 *
 * <p>Inputs are those of a logistic regression: standardised numbers, a missing one counts as the
 * mean and has a weight of its own, a category has a weight a level.
 */
record LinearTrainer(Hyperparameters chosen) implements Trainer {

  private static final double L2 = 1;

  /** Keeps the equations solvable where inputs say the same and there is no penalty. */
  private static final double LEAST_L2 = 1e-9;

  @Override
  public Learned train(Examples examples, int threads) {
    List<LinearInput> inputs = LinearInput.of(examples);
    double[] targets = examples.labels().clone();
    double middle = center(targets);
    double[][] columns = new double[inputs.size()][];
    double[] means = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = inputs.get(i).values(examples);
      means[i] = center(columns[i]);
    }
    double penalty = Math.max(chosen.number("l2", L2), LEAST_L2 * examples.rows());
    double[][] gram = new double[columns.length][columns.length];
    double[] right = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      right[i] = dot(columns[i], targets);
      for (int j = 0; j <= i; j++) {
        gram[i][j] = dot(columns[i], columns[j]) + (i == j ? penalty : 0);
        gram[j][i] = gram[i][j];
      }
    }
    double[] weights = solve(gram, right);
    double bias = middle - dot(weights, means);
    return new Learned(
        new LinearScorer(
            new double[] {bias}, LinearInput.terms(inputs, weights, examples.features())));
  }

  /** Subtracts the mean of {@code values} from each and returns it. */
  private static double center(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    for (int row = 0; row < values.length; row++) {
      values[row] -= mean;
    }
    return mean;
  }

  /** The penalty makes the matrix positive definite, so that it can be factored. */
  private static double[] solve(double[][] matrix, double[] right) {
    if (right.length == 0) {
      return right;
    }
    return DenseMatrix.createDenseMatrix(matrix)
        .choleskyFactorization()
        .orElseThrow(() ->
            new IllegalStateException("The inputs of a linear regression follow from each other"))
        .solve(DenseVector.createDenseVector(right))
        .toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public String description() {
    return "Tribuo 4.3.2, Cholesky factors, linear regression with ridge";
  }
}
