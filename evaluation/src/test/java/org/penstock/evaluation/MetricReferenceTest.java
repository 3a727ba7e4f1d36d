package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with scikit-learn 1.9.1; {@code metrics-reference.py} beside the values says how. */
class MetricReferenceTest {

  /** Sums of a few thousand terms in another order differ in their last digits. */
  private static final double TOLERANCE = 1e-11;

  @ParameterizedTest
  @MethodSource("lines")
  void agreesWithScikitLearn(String line) {
    String[] fields = line.split(",");
    Cutoff cutoff =
        new Cutoff(
            Double.parseDouble(fields[1]),
            Double.parseDouble(fields[2]),
            Double.parseDouble(fields[3]));

    double value = Metric.named(fields[4]).of(predictions(fields[0]), cutoff);

    assertEquals(Double.parseDouble(fields[5]), value, TOLERANCE);
  }

  static List<String> lines() throws IOException {
    try (InputStream csv = MetricReferenceTest.class.getResourceAsStream("metrics-reference.csv")) {
      return new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }

  private static BinaryPredictions predictions(String name) {
    int rows =
        switch (name) {
          case "rare" -> 5000;
          case "few" -> 7;
          case "constant" -> 100;
          default -> 1000;
        };
    double[] labels = new double[rows];
    double[] probabilities = new double[rows];
    for (int i = 0; i < rows; i++) {
      int k = i * 7919 % 1009;
      probabilities[i] =
          switch (name) {
            case "ties" -> k / 50 / 25.0;
            case "rare" -> k / 5 / 2048.0;
            case "few" -> k / 200 / 8.0;
            case "constant" -> 0.25;
            default -> k / 1009.0;
          };
      int limit =
          switch (name) {
            case "rare" -> 5 + k / 40;
            case "constant" -> 250;
            default -> k;
          };
      labels[i] = (i * 104729L + 31) % 997 < limit ? 1 : 0;
    }
    return BinaryPredictions.of(labels, probabilities);
  }
}
