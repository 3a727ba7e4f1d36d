package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/**
 * The constants are those of scikit-learn 1.9.1 on the same numbers, standardised by mean and
 * deviation: {@code Ridge(alpha=4)} and {@code LogisticRegression(C=1/2, tol=1e-12)}.
 */
class LinearModelsTest {

  private static final int ROWS = 60;

  @Test
  void ridgeAgreesWithScikitLearn() {
    Learned learned = new LinearTrainer(new Hyperparameters(Map.of("l2", 4.0))).train(loads(), 1);

    double[] said = learned.outputs(loads());

    assertArrayEquals(
        new double[] {2.5566945945042905, 4.518028094002593, -1.6396640013944306},
        Arrays.copyOf(said, 3),
        1e-12);
  }

  @Test
  void withoutAPenaltyItGoesThroughALine() {
    Column label = Tables.column("load", Kind.DOUBLE, List.of(), Role.LABEL);
    double[] x = {1, 2, 3, 4};
    double[] y = {5, 7, 9, 11};
    Examples line = Tables.all(TaskTables.dataset(x, x.clone(), label, y));

    double[] said =
        new LinearTrainer(new Hyperparameters(Map.of("l2", 0.0))).train(line, 1).outputs(line);

    assertArrayEquals(y, said, 1e-6);
  }

  @Test
  void softmaxAgreesWithScikitLearn() {
    Learned learned = new SoftmaxTrainer(new Hyperparameters(Map.of("l2", 2.0))).train(modes(), 1);

    double[] said = learned.outputs(modes());

    // The fourth label never occurs: what is left for it is as good as nothing.
    double[] expected = {
      0.6677185675776567, 0.3033264823947591, 0.02895495002758422, 0,
      0.14503407497860676, 0.5674871826518342, 0.28747874236955906, 0,
      0.9162117135496728, 0.0820177451807285, 0.001770541269598827, 0
    };
    assertArrayEquals(expected, Arrays.copyOf(said, 12), 1e-6);
    assertTrue(said[3] < 1e-9);
  }

  @Test
  void aHeavierPenaltyMakesAModelLessSure() {
    double sure =
        new SoftmaxTrainer(new Hyperparameters(Map.of("l2", 0.1)))
            .train(modes(), 1)
            .outputs(modes())[0];
    double unsure =
        new SoftmaxTrainer(new Hyperparameters(Map.of("l2", 100.0)))
            .train(modes(), 1)
            .outputs(modes())[0];

    assertTrue(unsure < sure, unsure + " and " + sure);
  }

  @Test
  void findsTheLowestPlaceOfABowl() {
    double[] lowest =
        LimitedMemory.minimum(
            (point, gradient) -> {
              double x = point[0] - 3;
              double y = point[1] + 1;
              gradient[0] = 2 * x + y;
              gradient[1] = 20 * y + x;
              return x * x + 10 * y * y + x * y;
            },
            new double[2],
            100);

    assertArrayEquals(new double[] {3, -1}, lowest, 1e-6);
  }

  @Test
  void temperatureIsThatOfTheLeastLogLoss() {
    double[] labels = {0, 1, 2, 2, 1, 0, 2, 1, 0, 2};
    double[] said = {
      .7, .2, .1, .1, .6, .3, .2, .3, .5, .5, .3, .2, .3, .3, .4, .6, .3, .1, .1, .1, .8, .2, .5,
      .3, .25, .5, .25, .05, .15, .8
    };

    // By scipy 1.x minimize_scalar on the logarithm, xatol 1e-12.
    assertEquals(
        0.5571814524024601, CalibrationFit.temperature(labels, said, 3).temperature(), 1e-5);
  }

  @Test
  void theTemperatureOfTwoLabelsIsThatOfBothTogether() {
    double[] labels = {0, 1, 1, 0, 1, 1};
    double[] second = {.2, .6, .9, .4, .3, .8};
    double[] both = new double[12];
    for (int row = 0; row < 6; row++) {
      both[2 * row] = 1 - second[row];
      both[2 * row + 1] = second[row];
    }

    double one = CalibrationFit.temperature(labels, second, 1).temperature();

    assertEquals(CalibrationFit.temperature(labels, both, 2).temperature(), one, 1e-5);
  }

  private static double[] first() {
    return fill(i -> ((i * 7) % 13) / 3.0);
  }

  private static double[] second() {
    return fill(i -> ((i * 5) % 11) - 4.0);
  }

  private static Examples loads() {
    double[] x = first();
    double[] y = second();
    double[] labels = fill(i -> 2 * x[i] - 0.5 * y[i] + ((i * 3) % 5) / 5.0);
    Column label = Tables.column("load", Kind.DOUBLE, List.of(), Role.LABEL);
    return Tables.all(TaskTables.dataset(x, y, label, labels));
  }

  private static Examples modes() {
    double[] x = first();
    double[] y = second();
    double[] labels =
        fill(i ->
            (((i * 3) % 7) + x[i] * 2 - y[i] > 4 ? 1 : 0) + (((i * 2) % 5) + x[i] * 3 > 9 ? 1 : 0));
    Column label = Tables.column("mode", Kind.CATEGORY, TaskTables.MODES, Role.LABEL);
    return Tables.all(TaskTables.dataset(x, y, label, labels));
  }

  private static double[] fill(IntToDoubleFunction value) {
    double[] filled = new double[ROWS];
    Arrays.setAll(filled, value);
    return filled;
  }
}
