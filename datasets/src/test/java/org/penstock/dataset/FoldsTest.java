package org.penstock.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.row.Kind;
import org.penstock.row.Role;

class FoldsTest {

  @Test
  void everyRowIsJudgedOnce() {
    Folds folds = Folds.byGroup(Tables.ofEntities(900, 3).dataset(), 3, 1);

    int[] judged = new int[900];
    for (int fold = 0; fold < folds.count(); fold++) {
      Arrays.stream(folds.fold(fold).test()).forEach(row -> judged[row]++);
    }
    assertTrue(Arrays.stream(judged).allMatch(times -> times == 1));
  }

  @Test
  void foldsHaveAsManyGroups() {
    Folds folds = Folds.byGroup(Tables.ofEntities(900, 3).dataset(), 3, 1);

    assertEquals(300, folds.fold(0).test().length);
  }

  @Test
  void groupsAreNotDivided() {
    Folds folds = Folds.byGroup(Tables.ofEntities(900, 3).dataset(), 3, 1);

    assertTrue(Arrays.stream(folds.fold(1).test()).map(row -> row / 3).distinct().count() == 100);
  }

  @Test
  void equalSeedsGiveEqualFolds() {
    Dataset dataset = Tables.ofEntities(900, 3).dataset();

    assertArrayEquals(
        Folds.byGroup(dataset, 3, 1).fold(0).test(), Folds.byGroup(dataset, 3, 1).fold(0).test());
  }

  @Test
  void refusesFewerGroupsThanFolds() {
    var thrown =
        assertThrows(
            InvalidDatasetException.class,
            () -> Folds.byGroup(Tables.ofEntities(10, 5).dataset(), 3, 1));

    assertEquals("3 folds by group need as many groups, the 10 rows have 2", thrown.getMessage());
  }

  @Test
  void refusesAFoldOfOneClass() {
    Dataset dataset =
        Tables.empty(40)
            .with("x", Kind.DOUBLE, Tables.numbers(40, row -> row), Role.FEATURE)
            .with("status", Kind.BOOLEAN, Tables.numbers(40, row -> row == 0 ? 1 : 0), Role.LABEL)
            .dataset();

    var thrown = assertThrows(InvalidDatasetException.class, () -> Folds.byGroup(dataset, 2, 1));

    assertTrue(
        thrown
            .getMessage()
            .matches(
                "Fold [12] of 2 has 0 positive labels 'status' in 20 rows: fewer folds or more rows"
                    + " are needed"),
        thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 0, -1})
  void refusesFewerThanTwo(int count) {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Folds.byGroup(Tables.learnable(10).dataset(), count, 1));

    assertEquals("Folds need to be at least 2, got " + count, thrown.getMessage());
  }

  @Test
  void aSubsetHasWholeGroupsOnly() {
    int[] rows = Subset.ofWholeGroups(Tables.ofEntities(900, 3).dataset(), 100, 1);

    assertEquals(99, rows.length);
    assertEquals(33, Arrays.stream(rows).map(row -> row / 3).distinct().count());
  }

  @Test
  void aSubsetOfMoreThanAllIsAll() {
    assertEquals(9, Subset.ofWholeGroups(Tables.ofEntities(9, 3).dataset(), 9, 1).length);
  }

  @Test
  void aSubsetHasAtLeastOneGroup() {
    assertEquals(3, Subset.ofWholeGroups(Tables.ofEntities(9, 3).dataset(), 1, 1).length);
  }

  @Test
  void refusesASubsetOfNothing() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Subset.ofWholeGroups(Tables.learnable(9).dataset(), 0, 1));

    assertEquals("A subset needs at least 1 row, got 0", thrown.getMessage());
  }

  /** Twelve moments of two rows, newest first, and three folds of the later half. */
  @Test
  void aFoldByTimeHasLearntFromAllThatWasBefore() {
    Dataset dataset =
        Tables.learnable(24)
            .with("day", Kind.DATE, Tables.longs(24, row -> 11 - row / 2), Role.EVENT_TIME)
            .dataset();

    Folds folds = Folds.byTime(dataset, 3);

    for (int fold = 0; fold < 3; fold++) {
      Split split = folds.fold(fold);
      long first = 6 + 2L * fold;
      assertEquals(4, split.test().length);
      assertTrue(Arrays.stream(split.test()).allMatch(row -> dataset.times()[row] - first < 2));
      assertEquals(2 * first, split.train().length);
      assertTrue(Arrays.stream(split.train()).allMatch(row -> dataset.times()[row] < first));
    }
    assertArrayEquals(Split.of(24, row -> row < 12).test(), folds.judged());
  }

  @Test
  void refusesFoldsByTimeOfTooFewMoments() {
    Dataset dataset =
        Tables.learnable(24)
            .with("day", Kind.DATE, Tables.longs(24, row -> row / 12), Role.EVENT_TIME)
            .dataset();

    var thrown = assertThrows(InvalidDatasetException.class, () -> Folds.byTime(dataset, 3));

    assertEquals("3 folds by time are too many for 2 moments", thrown.getMessage());
    assertThrows(
        InvalidDatasetException.class, () -> Folds.byTime(Tables.learnable(24).dataset(), 3));
  }
}
