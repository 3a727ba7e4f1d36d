package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.penstock.evaluation.ClassificationReport.Line;

/** Against {@code classification_report} of scikit-learn 1.9.1, {@code zero_division=0}. */
class ClassificationReportTest {

  private static final double ROUNDING = 1e-15;

  @Test
  void isThatOfScikitLearn() {
    ClassificationReport report =
        ClassificationReport.of(
            new ConfusionMatrix(new long[][] {{5, 2, 0}, {1, 3, 0}, {2, 1, 0}}));

    assertLine(0.625, 0.7142857142857143, 0.6666666666666666, 7, 8, report.labels().get(0));
    assertLine(0.5, 0.75, 0.6, 4, 6, report.labels().get(1));
    assertLine(0, 0, 0, 3, 0, report.labels().get(2));
    assertLine(0.375, 0.48809523809523808, 0.42222222222222222, 14, 14, report.macro());
    assertLine(
        0.45535714285714285, 0.5714285714285714, 0.5047619047619047, 14, 14, report.weighted());
    assertEquals(0.5714285714285714, report.accuracy(), ROUNDING);
  }

  @Test
  void leavesOutOfTheMacroMeanWhatNeitherHappenedNorIsCalled() {
    ClassificationReport report =
        ClassificationReport.of(
            new ConfusionMatrix(new long[][] {{3, 1, 0}, {0, 4, 0}, {0, 0, 0}}));

    assertLine(0.9, 0.875, 0.873015873015873, 8, 8, report.macro());
  }

  @Test
  void countsPositivesAsTheSecondOfTwoLabels() {
    ClassificationReport report =
        ClassificationReport.of(new Confusion(522, 816, 290, 1452).matrix());

    assertLine(522 / 1338.0, 522 / 812.0, 1044 / 2150.0, 812, 1338, report.labels().get(1));
    assertEquals(2268, report.labels().get(0).rows());
  }

  private static void assertLine(
      double precision, double recall, double f1, long rows, long called, Line line) {
    assertEquals(precision, line.precision(), ROUNDING);
    assertEquals(recall, line.recall(), ROUNDING);
    assertEquals(f1, line.f1(), ROUNDING);
    assertEquals(rows, line.rows());
    assertEquals(called, line.called());
  }
}
