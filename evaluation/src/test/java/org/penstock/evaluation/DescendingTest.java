package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescendingTest {

  @ParameterizedTest
  @MethodSource("probabilities")
  void agreesWithAPlainSort(double[] probabilities) {
    int[] expected =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -(probabilities[i] + 0.0)))
            .mapToInt(i -> i)
            .toArray();

    assertArrayEquals(expected, Descending.order(probabilities));
  }

  static List<double[]> probabilities() {
    SplittableRandom random = new SplittableRandom(4);
    return List.of(
        new double[] {0.5},
        new double[] {0, 1, -0.0, 1, 0.5, Double.MIN_VALUE},
        new double[] {0.25, 0.25, 0.25},
        random.doubles(5000).toArray(),
        random.doubles(5000).map(value -> Math.rint(value * 50) / 50).toArray(),
        // Differs in the last bits only, which the keys do not hold.
        random.doubles(5000).map(value -> 0.5 + Math.rint(value * 300) * 0x1p-52).toArray(),
        random.doubles(5000).map(value -> value * 1e-300).toArray());
  }
}
