package org.penstock.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.ColumnTable.Texts;
import org.penstock.row.Kind;
import org.penstock.row.Role;
import org.penstock.row.Task;

class DatasetTest {

  @Test
  void readsAnExampleInTheOrderOfTheFeatures() {
    Dataset dataset =
        Tables.learnable(3)
            .with("y", Kind.DOUBLE, Tables.numbers(3, row -> 10 * row), Role.FEATURE)
            .dataset();
    double[] example = new double[2];

    dataset.example(2, example);

    assertArrayEquals(new double[] {2, 20}, example);
  }

  @Test
  void aMissingLongIsNaN() {
    Dataset dataset =
        Tables.learnable(2)
            .with("n", new Longs(new long[] {Long.MIN_VALUE, 7}), Role.FEATURE)
            .dataset();

    assertArrayEquals(new double[] {Double.NaN, 7}, dataset.feature(1));
  }

  @Test
  void tellsEveryProblemAtOnce() {
    var thrown =
        assertThrows(
            InvalidDatasetException.class,
            () ->
                Tables.empty(2)
                    .with("word", Kind.TEXT, new Texts(new int[2], List.of("a")), Role.FEATURE)
                    .with(
                        "status",
                        Kind.BOOLEAN,
                        new Numbers(new double[] {1, Double.NaN}),
                        Role.LABEL)
                    .with("day", new Longs(new long[] {1, Long.MIN_VALUE}), Role.EVENT_TIME)
                    .dataset());

    assertEquals(
        List.of(
            "Feature 'word' is text; a model sees numbers",
            "Label 'status' is missing in 1 of 2 rows",
            "Event time 'day' is missing in 1 of 2 rows"),
        thrown.problems());
  }

  @Test
  void refusesATableWithoutRolesOrRows() {
    var thrown = assertThrows(InvalidDatasetException.class, () -> Tables.empty(0).dataset());

    assertEquals(
        "The table has no rows; No column of the table has the role FEATURE; Exactly one column"
            + " must have the role LABEL, got []",
        thrown.getMessage());
  }

  @Test
  void refusesTwoLabels() {
    var thrown =
        assertThrows(
            InvalidDatasetException.class,
            () ->
                Tables.learnable(2)
                    .with("also", Tables.longs(2, row -> row), Role.LABEL)
                    .dataset());

    assertEquals(
        "Exactly one column must have the role LABEL, got [status, also]", thrown.getMessage());
  }

  @Test
  void withoutEntitiesEachRowIsItsOwn() {
    Dataset dataset = Tables.learnable(3).dataset();

    assertFalse(dataset.hasEntities());
    assertEquals(3, Grouping.of(dataset.groups()).count());
  }

  @Test
  void withoutGroupsEntitiesStayTogether() {
    Dataset dataset = Tables.ofEntities(6, 2).dataset();

    assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2}, Grouping.of(dataset.groups()).codes());
  }

  @Test
  void aGroupIsWhatAgreesInAllItsColumns() {
    Dataset dataset =
        Tables.learnable(4)
            .with("born", Kind.DATE, new Longs(new long[] {1, 1, 2, 1}), Role.GROUP)
            .with(
                "sex",
                Kind.CATEGORY,
                List.of("F", "M"),
                new Numbers(new double[] {0, 1, 0, 0}),
                Role.GROUP)
            .dataset();

    assertArrayEquals(new int[] {0, 1, 2, 0}, Grouping.of(dataset.groups()).codes());
  }

  @Test
  void missingValuesOfAGroupAreAlike() {
    Dataset dataset =
        Tables.learnable(3)
            .with("job", Kind.TEXT, new Texts(new int[] {-1, 0, -1}, List.of("cook")), Role.GROUP)
            .dataset();

    assertArrayEquals(new int[] {0, 1, 0}, Grouping.of(dataset.groups()).codes());
  }

  @Test
  void keysOfTextsDoNotDependOnTheirOrder() {
    Dataset one =
        Tables.learnable(2)
            .with(
                "job", Kind.TEXT, new Texts(new int[] {0, 1}, List.of("cook", "smith")), Role.GROUP)
            .dataset();
    Dataset other =
        Tables.learnable(2)
            .with(
                "job", Kind.TEXT, new Texts(new int[] {1, 0}, List.of("smith", "cook")), Role.GROUP)
            .dataset();

    assertArrayEquals(one.groups(), other.groups());
  }

  @Test
  void keysDifferByThePlaceOfAColumn() {
    assertNotEquals(Key.combine(Key.combine(0, 1), 2), Key.combine(Key.combine(0, 2), 1));
  }

  @Test
  void keysAreFixedForAllTime() {
    assertEquals(-2152535657050944081L, Key.mix(0x9e3779b97f4a7c15L));
  }

  @Test
  void takesRowsInTheOrderAsked() {
    Dataset rows = Tables.ofEntities(4, 2).dataset().rows(new int[] {3, 0});

    assertArrayEquals(new double[] {3, 0}, rows.feature(0));
    assertArrayEquals(new double[] {1, 1}, rows.labels());
    assertEquals(2, Grouping.of(rows.entities()).count());
  }

  @Test
  void oneClassIsNothingToLearnFrom() {
    Dataset dataset = Tables.learnable(6).dataset().rows(new int[] {1, 2, 4});

    var thrown = assertThrows(InvalidDatasetException.class, dataset::requireLearnable);

    assertEquals(
        "Label 'status' is 'false' in all 3 rows: with one class only there is nothing to learn",
        thrown.getMessage());
  }

  @Test
  void aConstantIsNothingToLearn() {
    Dataset dataset = target(row -> 2.5);

    var thrown = assertThrows(InvalidDatasetException.class, dataset::requireLearnable);

    assertEquals(
        "Target 'load' is 2.5 in all 3 rows: of a constant there is nothing to learn",
        thrown.getMessage());
  }

  @Test
  void refusesATargetThatIsNotFinite() {
    Dataset dataset = target(row -> row == 1 ? Double.NEGATIVE_INFINITY : row);

    var thrown = assertThrows(InvalidDatasetException.class, dataset::requireLearnable);

    assertEquals(
        "Target 'load' of row 1 is -Infinity, expected a finite number", thrown.getMessage());
  }

  @Test
  void twoValuesAreSomethingToLearn() {
    Dataset binary = Tables.learnable(3).dataset();
    Dataset number = target(row -> row == 2 ? 1 : 0);

    assertEquals(binary, binary.requireLearnable());
    assertEquals(number, number.requireLearnable());
    assertEquals(Task.BINARY, binary.task());
    assertEquals(Task.NUMBER, number.task());
  }

  @Test
  void countsTheRowsOfEachLabel() {
    Dataset dataset =
        Tables.empty(4)
            .with("x", Kind.DOUBLE, Tables.numbers(4, row -> row), Role.FEATURE)
            .with(
                "mode",
                Kind.CATEGORY,
                List.of("off", "idle", "load"),
                Tables.numbers(4, row -> row % 3),
                Role.LABEL)
            .dataset();

    assertEquals(Task.CLASSES, dataset.task());
    assertEquals(3, dataset.classes());
    assertArrayEquals(new int[] {2, 1, 0}, dataset.counts(new int[] {0, 1, 3}));
  }

  @Test
  void refusesALabelThatIsNeitherClassNorNumber() {
    Tables table =
        Tables.empty(2)
            .with("x", Kind.DOUBLE, Tables.numbers(2, row -> row), Role.FEATURE)
            .with("day", Kind.DATE, Tables.longs(2, row -> row), Role.LABEL);

    var thrown = assertThrows(InvalidDatasetException.class, table::dataset);

    assertEquals(
        "Label 'day' is of kind DATE, expected a boolean, a category or a number",
        thrown.getMessage());
  }

  private static Dataset target(IntToDoubleFunction value) {
    return Tables.empty(3)
        .with("x", Kind.DOUBLE, Tables.numbers(3, row -> row), Role.FEATURE)
        .with("load", Kind.DOUBLE, Tables.numbers(3, value), Role.LABEL)
        .dataset();
  }
}
