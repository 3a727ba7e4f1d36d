package org.penstock.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.row.Kind;
import org.penstock.row.Role;

class GivenSplitTest {

  private static final SplitSettings GIVEN = new SplitSettings(By.GIVEN, List.of(), .3, "");
  private static final List<String> PARTS = List.of("train", "validation", "test");

  @Test
  void learnsFromAllButTheTestPart() {
    Split split = split(row -> row / 30);

    assertArrayEquals(IntStream.range(0, 60).toArray(), split.train());
    assertArrayEquals(IntStream.range(60, 90).toArray(), split.test());
  }

  @Test
  void refusesAnEntityOnBothSides() {
    assertEquals(
        "The split is given, and 2 entity(s) are in the test part and in another: a model would be"
            + " judged on what it has seen",
        refused(row -> row == 5 || row == 15 ? 2 : row / 30));
  }

  @Test
  void anEntityMayBeInTrainAndValidation() {
    assertEquals(60, split(row -> row == 5 ? 1 : row / 30).train().length);
  }

  @Test
  void refusesARowThatSaysNothing() {
    assertEquals(
        "The split is given, and row 7 says not which part it is in; name the role of its file:"
            + " train=FILE,test=FILE",
        refused(row -> row == 7 ? Double.NaN : row / 30));
  }

  @Test
  void refusesRowsOfOnePart() {
    assertEquals(
        "The test split by given is empty: the 90 rows have all rows in other parts",
        refused(row -> 0));
  }

  @Test
  void refusesDataWithoutParts() {
    var thrown =
        assertThrows(
            InvalidDatasetException.class,
            () -> Split.of(Tables.ofEntities(90, 10).dataset(), GIVEN, 1));

    assertEquals(
        "The split is given, and no column of the rows has the role PART", thrown.getMessage());
  }

  private static Split split(IntToDoubleFunction part) {
    return Split.of(
        Tables.ofEntities(90, 10)
            .with("part", Kind.CATEGORY, PARTS, Tables.numbers(90, part), Role.PART)
            .dataset(),
        GIVEN,
        1);
  }

  private static String refused(IntToDoubleFunction part) {
    return assertThrows(InvalidDatasetException.class, () -> split(part)).getMessage();
  }
}
