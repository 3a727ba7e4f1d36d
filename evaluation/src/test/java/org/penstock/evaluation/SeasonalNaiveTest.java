package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class SeasonalNaiveTest {

  private static final long[] TIMES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  private static final double[] VALUES = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19};

  @Test
  void repeatsTheLastSeasonThatWasKnown() {
    double[] predicted =
        new SeasonalNaive(3)
            .predict(TIMES, VALUES, new int[] {0, 1, 2, 3, 4}, new int[] {5, 6, 7, 8, 9});

    assertArrayEquals(new double[] {12, 13, 14, 12, 13}, predicted);
  }

  @Test
  void looksFurtherBackWhereARowIsAbsentAndSaysTheMeanWhereThereIsNone() {
    double[] predicted =
        new SeasonalNaive(2).predict(TIMES, VALUES, new int[] {1, 4, 2}, new int[] {6, 7, 8});

    assertArrayEquals(new double[] {14, 11, 14}, predicted);
    assertArrayEquals(
        new double[] {15},
        new SeasonalNaive(7).predict(TIMES, VALUES, new int[] {5}, new int[] {8}));
  }
}
