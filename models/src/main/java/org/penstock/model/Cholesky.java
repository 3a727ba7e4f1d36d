package org.penstock.model;

/** Solves linear equations whose matrix is symmetric and positive definite. */
final class Cholesky {

  private Cholesky() {}

  /**
   * Returns {@code x} of {@code matrix × x = right}.
   *
   * @param matrix its lower triangle, which is overwritten by its factor
   * @throws ArithmeticException if the matrix is not positive definite
   */
  static double[] solve(double[][] matrix, double[] right) {
    factor(matrix);
    double[] solution = right.clone();
    for (int i = 0; i < solution.length; i++) {
      for (int j = 0; j < i; j++) {
        solution[i] -= matrix[i][j] * solution[j];
      }
      solution[i] /= matrix[i][i];
    }
    for (int i = solution.length - 1; i >= 0; i--) {
      for (int j = i + 1; j < solution.length; j++) {
        solution[i] -= matrix[j][i] * solution[j];
      }
      solution[i] /= matrix[i][i];
    }
    return solution;
  }

  private static void factor(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        if (i > j) {
          matrix[i][j] = sum / matrix[j][j];
        } else if (sum > 0) {
          matrix[i][i] = Math.sqrt(sum);
        } else {
          throw new ArithmeticException("Equation %d follows from those before it".formatted(i));
        }
      }
    }
  }
}
