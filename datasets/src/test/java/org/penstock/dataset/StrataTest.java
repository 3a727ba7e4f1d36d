package org.penstock.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.row.Kind;
import org.penstock.row.Role;

class StrataTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyLabelHasItsShareInTheTestSplit(long seed) {
    Dataset dataset = classes(200, row -> row < 20 ? 0 : row < 80 ? 1 : 2);

    Split split = Split.of(dataset, settings(By.RANDOM, 0.3), seed);

    assertArrayEquals(new int[] {6, 18, 36}, dataset.counts(split.test()));
    assertArrayEquals(new int[] {14, 42, 84}, dataset.counts(split.train()));
  }

  @Test
  void otherSeedsTestOtherRows() {
    Dataset dataset = classes(100, row -> row % 3);

    int[] one = Split.of(dataset, settings(By.RANDOM, 0.3), 1).test();
    int[] other = Split.of(dataset, settings(By.RANDOM, 0.3), 2).test();

    assertTrue(!Arrays.equals(one, other));
    assertArrayEquals(one, Split.of(dataset, settings(By.RANDOM, 0.3), 1).test());
  }

  @Test
  void entitiesStayWhole() {
    Dataset dataset = Tables.ofEntities(300, 3).dataset();

    Split split = Split.of(dataset, settings(By.ENTITY, 0.2), 1);

    assertEquals(20, Arrays.stream(split.test()).map(row -> row / 3).distinct().count());
    assertEquals(60, split.test().length);
  }

  @Test
  void aGroupBelongsToItsMostFrequentLabel() {
    Dataset dataset = classes(6, row -> new double[] {2, 0, 0, 1, 1, 2}[row]);

    Strata strata = Strata.of(dataset, new long[] {7, 7, 7, 8, 8, 9}, 1);

    assertArrayEquals(new int[] {0, 1, 2}, strata.strata());
  }

  @Test
  void ofANumberEveryFifthHasItsShare() {
    Dataset dataset =
        Tables.empty(100)
            .with("x", Kind.DOUBLE, Tables.numbers(100, row -> row), Role.FEATURE)
            .with("load", Kind.DOUBLE, Tables.numbers(100, row -> row), Role.LABEL)
            .dataset();

    int[] test = Split.of(dataset, settings(By.RANDOM, 0.25), 3).test();

    for (int fifth = 0; fifth < 5; fifth++) {
      int from = 20 * fifth;
      assertEquals(5, Arrays.stream(test).filter(row -> row >= from && row < from + 20).count());
    }
  }

  @Test
  void everyFoldHasItsShareOfTheRareLabel() {
    Dataset dataset = classes(90, row -> row < 9 ? 0 : row < 40 ? 1 : 2);

    Folds folds = Folds.of(dataset, settings(By.RANDOM, 0.3), 3, 5);

    for (int fold = 0; fold < 3; fold++) {
      assertEquals(3, dataset.counts(folds.fold(fold).test())[0]);
      assertEquals(30, folds.fold(fold).test().length);
    }
  }

  @Test
  void rowsAloneInTheirEntityMayBeDrawnAtRandom() {
    Dataset dataset = Tables.ofEntities(100, 1).dataset();

    Split split = Split.of(dataset, new SplitSettings(By.RANDOM, List.of(), 0.3, ""), 1);

    assertEquals(100, split.train().length + split.test().length);
  }

  private static SplitSettings settings(By by, double test) {
    return new SplitSettings(by, List.of(), test, "", true);
  }

  private static Dataset classes(int rows, IntToDoubleFunction label) {
    return Tables.empty(rows)
        .with("x", Kind.DOUBLE, Tables.numbers(rows, row -> row), Role.FEATURE)
        .with(
            "mode",
            Kind.CATEGORY,
            List.of("off", "idle", "load"),
            Tables.numbers(rows, label),
            Role.LABEL)
        .dataset();
  }
}
