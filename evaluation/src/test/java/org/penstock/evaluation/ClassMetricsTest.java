package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penstock.dataset.Grouping;
import org.penstock.row.Task;

class ClassMetricsTest {

  private static final double[] LABELS = {0, 1, 2, 2, 1, 0, 2, 1, 0, 2};
  private static final double[] SAID = {
    .7, .2, .1, .1, .6, .3, .2, .3, .5, .5, .3, .2, .3, .3, .4, .6, .3, .1, .1, .1, .8, .2, .5, .3,
    .25, .5, .25, .05, .15, .8
  };

  /**
   * The constants are those of scikit-learn 1.9.1 for the arrays above; no sum of ten exceeds 4
   * ulps.
   */
  @Test
  void agreesWithScikitLearn() {
    Map<Metric, Double> metrics = Metrics.of(ClassPredictions.of(LABELS, SAID), Cutoff.at(1));

    assertEquals(0.6944444444444443, metrics.get(Metric.MACRO_F1), 1e-15);
    assertEquals(0.6944444444444443, metrics.get(Metric.BALANCED_ACCURACY), 1e-15);
    assertEquals(0.7, metrics.get(Metric.ACCURACY), 1e-15);
    assertEquals(0.7410612733098951, metrics.get(Metric.LOG_LOSS), 1e-15);
    assertEquals(
        EnumSet.of(Metric.MACRO_F1, Metric.BALANCED_ACCURACY, Metric.ACCURACY, Metric.LOG_LOSS),
        metrics.keySet());
  }

  @Test
  void ofEquallyProbableLabelsTheFirstIsCalled() {
    ClassPredictions tied = ClassPredictions.of(new double[] {1}, new double[] {.2, .4, .4});

    assertEquals(1, tied.called(0));
  }

  @Test
  void aLabelThatNeitherHappenedNorIsCalledDoesNotCount() {
    ClassPredictions two =
        ClassPredictions.of(new double[] {0, 1, 0}, new double[] {1, 0, 0, 0, 1, 0, 0, 1, 0});

    assertEquals(2.0 / 3, Metric.MACRO_F1.of(two, Cutoff.at(1)), 1e-15);
    assertEquals(0.75, Metric.BALANCED_ACCURACY.of(two, Cutoff.at(1)));
  }

  @Test
  void countsWhatIsCalledWhat() {
    ConfusionMatrix confusion = ConfusionMatrix.of(ClassPredictions.of(LABELS, SAID));

    assertEquals(2, confusion.counts()[0][0]);
    assertEquals(1, confusion.counts()[0][1]);
    assertEquals(1, confusion.counts()[2][0]);
    assertEquals(3, confusion.happened(1));
    assertEquals(4, confusion.called(2));
    assertEquals(0.75, confusion.precision(2));
    assertEquals(2.0 / 3, confusion.recall(1));
    assertEquals(2.0 / 3, confusion.f1(0));
  }

  @Test
  void aWeightIsWorthThatManyCopies() {
    int[] groups = {0, 0, 1, 1, 2, 2, 0, 1, 2, 2};
    ClassPredictions predictions = new ClassPredictions(LABELS, SAID, new Grouping(groups, 3));
    int[] copies = {0, 1, 6, 0, 1, 6, 4, 5, 8, 9};

    double[] weighted = new double[Metric.values().length];
    Measurable.of(predictions, Cutoff.at(1)).measure(new int[] {2, 0, 1}, weighted);

    for (Metric metric : Metric.of(Task.CLASSES)) {
      double expected = metric.of(predictions.rows(copies), Cutoff.at(1));
      assertEquals(expected, weighted[metric.ordinal()], 1e-15, metric.key());
    }
  }

  @Test
  void refusesProbabilitiesThatAreNoneTogether() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> ClassPredictions.of(new double[] {0}, new double[] {.5, .3, .3}));

    assertEquals("Probabilities of row 0 are 1.1 in all, expected 1", thrown.getMessage());
  }

  @Test
  void refusesACodeBeyondTheLabels() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> ClassPredictions.of(new double[] {3}, new double[] {.5, .3, .2}));

    assertEquals("Label of row 0 is 3.0, expected one of 3 codes", thrown.getMessage());
  }
}
