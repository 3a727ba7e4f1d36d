package org.penstock.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.feature.FeatureTable;
import org.penstock.scoring.ModelBundle;

final class SmokeTestTest {

  @TempDir private Path scratch;

  @Test
  void findsNothingWrongWithAModelOnItsOwnTable() throws IOException {
    assertEquals(List.of(), problems(Visits.model(Visits.NAME, Visits.Features.class), 1000));
  }

  @Test
  void triesATableOfOneRow() throws IOException {
    assertEquals(List.of(), problems(Visits.model(Visits.NAME, Visits.Features.class), 1));
  }

  @Test
  void findsAnEmptyTable() throws IOException {
    assertEquals(
        List.of("The feature table has no rows."),
        problems(Visits.model(Visits.NAME, Visits.Features.class), 0));
  }

  @Test
  void findsEverythingThatDoesNotFit() throws IOException {
    assertEquals(
        List.of(
            "The model is of the project 'elsewhere', not 'visits'.",
            "The feature table has no feature 'hours'."),
        problems(Visits.model("elsewhere", Visits.Other.class), 3));
  }

  @Test
  void findsAFeatureOfAnotherKind() throws IOException {
    assertEquals(
        List.of(
            "The feature 'visits' is of another kind or has other levels in the feature table than in the model."),
        problems(Visits.model(Visits.NAME, Visits.Wrong.class), 3));
  }

  /** Infinity less infinity is no number, from the first row on whose features are not zero. */
  @Test
  void findsAModelThatGivesNoProbability() throws IOException {
    double huge = Double.MAX_VALUE;

    assertEquals(
        List.of(
            "The model gives [NaN, NaN] for row 3 of the feature table, which are no probabilities."),
        problems(Visits.model(Visits.NAME, Visits.Features.class, huge, -huge), 10));
  }

  @Test
  void triesInventedRowsWhereRowsHaveNoEntity() throws IOException {
    FeatureTable nobody = FeatureTable.read(Visits.tableWithoutEntities(scratch.resolve("table")));

    assertEquals(
        List.of(),
        SmokeTest.problems(Visits.NAME, Visits.model(Visits.NAME, Visits.Features.class), nobody));
    assertEquals(
        List.of("The model gives [NaN, NaN] for an invented row, which are no probabilities."),
        SmokeTest.problems(
            Visits.NAME,
            Visits.model(Visits.NAME, Visits.Far.class, Double.MAX_VALUE, -Double.MAX_VALUE),
            nobody));
  }

  @Test
  void triesAModelOfANumber() throws IOException {
    assertEquals(
        List.of(), problems(Visits.number(Visits.NAME, Visits.Features.class, 0.1, 0.1), 10));
    assertEquals(
        List.of("The model gives [Infinity] for row 2 of the feature table, which is no number."),
        problems(
            Visits.number(Visits.NAME, Visits.Features.class, Double.MAX_VALUE, -Double.MAX_VALUE),
            10));
  }

  private List<String> problems(ModelBundle model, int rows) throws IOException {
    return SmokeTest.problems(
        Visits.NAME, model, FeatureTable.read(Visits.table(scratch.resolve("table"), rows)));
  }
}
