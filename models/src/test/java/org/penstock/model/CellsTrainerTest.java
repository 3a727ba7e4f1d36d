package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.config.CellsTerm;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.scoring.Scorer;

class CellsTrainerTest {

  private static final CellsTerm MIDDLES = new CellsTerm(List.of("holiday", "hour"), "", 0);
  private static final CellsTerm SLOPES = new CellsTerm(List.of("hour"), "warmth", 0);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findsWhatTheRowsAreMadeOf(boolean median) {
    Dataset dataset = Hours.of(2_400, CellsTrainerTest::load);
    Scorer scorer = scorer(dataset, new CellsTrainer(List.of(MIDDLES, SLOPES), median));

    double[] row = new double[3];
    for (int i = 0; i < 2_400; i++) {
      dataset.example(i, row);
      assertEquals(load(i), scorer.output(row, 0), 0.6);
    }
  }

  /** A median does not feel the one hour in a hundred that went wrong; a mean does. */
  @Test
  void aMedianStaysWhereItIs() {
    Dataset dataset = Hours.of(2_400, row -> row % 100 == 0 ? 9_000 : Hours.hour(row));
    CellsTerm byHour = new CellsTerm(List.of("hour"), "", 0);

    double median =
        scorer(dataset, new CellsTrainer(List.of(byHour), true)).output(new double[] {0, 6, 0}, 0);
    double mean =
        scorer(dataset, new CellsTrainer(List.of(byHour), false)).output(new double[] {0, 6, 0}, 0);

    assertEquals(6, median);
    assertEquals(6 + 24 * 8_994 / 600.0, mean, 1e-9);
  }

  /** Six rows that say 9 more, and as many that say nothing. */
  @Test
  void aSeldomCellFallsBackOnTheTermsBefore() {
    Dataset dataset = Hours.of(24, row -> Hours.holiday(row) == 1 ? 10 : 1);
    CellsTerm all = new CellsTerm(List.of("hour"), "", 0);
    CellsTerm shrunk = new CellsTerm(List.of("holiday"), "", 8);

    Scorer scorer = scorer(dataset, new CellsTrainer(List.of(all, shrunk), true));

    assertEquals(1, scorer.output(new double[] {0, 7, 0}, 0));
    assertEquals(1 + 9 * 0.5, scorer.output(new double[] {1, 7, 0}, 0));
    assertEquals(1, scorer.output(new double[] {0, 99, 0}, 0));
  }

  @Test
  void refusesACellThatIsNoWholeNumberAndAFeatureThatIsNot() {
    Dataset dataset = Hours.of(24, CellsTrainerTest::load);

    assertEquals(
        "A term of cells names 'hous', and the features are [holiday, hour, warmth]",
        refused(dataset, new CellsTerm(List.of("hous"), "", 5)));
    assertEquals(
        "Feature 'warmth' names cells and so has whole numbers, got 0.01999866669333308",
        refused(dataset, new CellsTerm(List.of("warmth"), "", 5)));
  }

  private static String refused(Dataset dataset, CellsTerm term) {
    return assertThrows(
            InvalidDatasetException.class,
            () -> scorer(dataset, new CellsTrainer(List.of(term), true)))
        .getMessage();
  }

  private static Scorer scorer(Dataset dataset, CellsTrainer trainer) {
    int[] rows = IntStream.range(0, dataset.rows()).toArray();
    return trainer.train(Examples.of(dataset, rows), 1).scorer();
  }

  private static double load(int row) {
    int hour = Hours.hour(row);
    return 100 + (Hours.holiday(row) == 1 ? -30 : 10 * hour) + hour * Hours.warmth(row);
  }
}
