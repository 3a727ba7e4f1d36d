package org.penstock.evaluate.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.dataset.SharedGroups;
import org.penstock.evaluate.finding.Verdict.Level;
import org.penstock.evaluation.Baseline;
import org.penstock.evaluation.ConfusionMatrix;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.ReportEstimates;

class TaskVerdictTest {

  /** A verdict reads no intervals of labels. */
  private static final ReportEstimates.Line NONE =
      new ReportEstimates.Line(new Estimate(0, 0, 0), new Estimate(0, 0, 0), new Estimate(0, 0, 0));

  private static final Detail.Classes CONFUSED =
      new Detail.Classes(
          List.of("off", "idle", "load"),
          new ConfusionMatrix(new long[][] {{80, 10, 10}, {5, 60, 35}, {0, 30, 70}}),
          new ReportEstimates(List.of(), NONE, NONE),
          Optional.empty());

  /** The better baseline has 0.2, so that 0.24 is 5 % of the way to 1 and 0.44 30 %. */
  @ParameterizedTest
  @CsvSource({
    "0.50, 0.239, NOTHING",
    "0.50, 0.241, MODEST",
    "0.50, 0.439, MODEST",
    "0.50, 0.441, USEFUL",
    "0.994, 0.990, USEFUL",
    "0.995, 0.990, SUSPICIOUS",
    "0.50, NaN, NOTHING"
  })
  void weighsTheLowerEndOfMacroF1(double value, double lower, Level expected) {
    Map<Metric, Estimate> metrics =
        Map.of(
            Metric.MACRO_F1,
            new Estimate(value, lower, value + 0.01),
            Metric.ACCURACY,
            new Estimate(0.7, 0.6, 0.8));
    List<Baseline> baselines =
        List.of(
            new Baseline("majority", "", Map.of(Metric.MACRO_F1, 0.2)),
            new Baseline("prevalence", "", Map.of(Metric.MACRO_F1, 0.1)));

    assertEquals(expected, ClassVerdict.of(metrics, baselines, CONFUSED).level());
  }

  @Test
  void namesTheWeakestLabelAndWhatItIsTakenFor() {
    Verdict verdict =
        ClassVerdict.of(
            Map.of(
                Metric.MACRO_F1, new Estimate(0.7, 0.6, 0.8),
                Metric.ACCURACY, new Estimate(0.7, 0.6, 0.8)),
            List.of(new Baseline("majority", "", Map.of(Metric.MACRO_F1, 0.2))),
            CONFUSED);

    assertEquals(
        "It is weakest on 'idle': F1 0.600, precision 0.600, recall 0.600; 35 of its 100 rows are"
            + " called 'load'.",
        verdict.reasons().get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "9.71, 0.5, NOTHING",
    "9.69, 0.5, MODEST",
    "8.01, 0.5, MODEST",
    "7.99, 0.5, USEFUL",
    "1.00, 0.9999, SUSPICIOUS",
    "NaN, 0.5, NOTHING"
  })
  void weighsTheUpperEndOfTheErrorAgainstTheBestBaseline(
      double upper, double explained, Level expected) {
    assertEquals(expected, number(upper, explained, new Estimate(0, -1, 1)).level());
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 1, 'It says too much'",
    "-1, -0.01, 'It says too little'",
    "-1, 1, 'What it says less what happens'"
  })
  void saysOnWhichSideItErrs(double lower, double upper, String words) {
    String said = number(5, 0.5, new Estimate(0.5, lower, upper)).reasons().get(1);

    assertTrue(said.startsWith(words), said);
  }

  @Test
  void warnsOfLabelsWithFewRowsOrNone() {
    RowCounts rows =
        new RowCounts(
            900,
            List.of(300L, 300L, 300L),
            199,
            List.of(100L, 99L, 0L),
            20,
            new SharedGroups(20, 20, 0, 1));

    List<String> warnings = new Warnings().labels(rows, CONFUSED.labels()).all();

    assertEquals(
        List.of(
            "Only 99 rows of the test split have the label 'idle': what is said of it may be luck.",
            "No row of the test split has the label 'load': nothing here says how it is told."),
        warnings);
  }

  @ParameterizedTest
  @CsvSource({"1.01, 1", "1.00, 0", "NaN, 0"})
  void aSliceOfLargerErrorsIsServedWorse(double lower, int warnings) {
    Slice slice =
        new Slice("hall", "north", 50, 3, 3, Map.of(Metric.MAE, new Estimate(2, lower, 3)));

    assertEquals(warnings, new Warnings().slices(List.of(slice), Metric.MAE, 1).all().size());
  }

  private static Verdict number(double upper, double explained, Estimate bias) {
    return NumberVerdict.of(
        Map.of(
            Metric.MAE, new Estimate(upper - 0.5, upper - 1, upper),
            Metric.BIAS, bias,
            Metric.R2, new Estimate(explained, explained, explained)),
        List.of(
            new Baseline("median", "", Map.of(Metric.MAE, 10.0)),
            new Baseline("mean", "", Map.of(Metric.MAE, 12.0))));
  }
}
