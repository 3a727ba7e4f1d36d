package org.penstock.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;
import org.penstock.row.Task;
import org.penstock.scoring.TreesScorer.Link;
import org.penstock.scoring.TreesScorer.Tree;

/** Bundles of several labels and of numbers. */
class TasksTest {

  private static final double[] ROW = {0};
  private static final List<String> MODES = List.of("off", "idle", "load");

  @Test
  void aNumberIsTheSumItself() {
    ModelBundle bundle = bundle(trees(3.5f), List.of(), new Calibration.None());
    double[] said = new double[1];

    bundle.predict(ROW, said);

    assertEquals(Task.NUMBER, bundle.task());
    assertEquals(3.5, said[0]);
    assertEquals(3.5, bundle.number(ROW));
    assertArrayEquals(bundle.toBytes(), ModelBundle.read(bundle.toBytes()).toBytes());
  }

  @Test
  void sharesOfSeveralForestsAreDividedByTheirSum() {
    ModelBundle bundle = bundle(trees(0.6f, -0.1f, 0.2f), MODES, new Calibration.None());
    double[] said = new double[3];

    bundle.predict(ROW, said);

    assertArrayEquals(new double[] {0.75, 0, 0.25}, said, 1e-7);
    assertEquals(said[2], bundle.scorer().probability(ROW, 2));
    assertEquals(0, bundle.scorer().probability(ROW, 1));
  }

  @Test
  void forestsThatAllSayNothingSayAllAlike() {
    ModelBundle bundle = bundle(trees(0, -1, 0), MODES, new Calibration.None());
    double[] said = new double[3];

    bundle.predict(ROW, said);

    assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, said);
    assertEquals(1.0 / 3, bundle.scorer().probability(ROW, 1));
  }

  @Test
  void aTemperatureOfOneHalfSquares() {
    ModelBundle bundle = bundle(trees(0.6f, 0.2f, 0.2f), MODES, new Calibration.Temperature(0.5));
    double[] said = new double[3];

    bundle.predict(ROW, said);

    assertArrayEquals(new double[] {0.36 / 0.44, 0.04 / 0.44, 0.04 / 0.44}, said, 1e-7);
    assertArrayEquals(bundle.toBytes(), ModelBundle.read(bundle.toBytes()).toBytes());
  }

  @Test
  void ofTwoLabelsATemperatureDividesTheLogOdds() {
    Calibration cool = new Calibration.Temperature(2);

    assertEquals(Logistic.sigmoid(Logistic.logit(0.9) / 2), cool.apply(0.9));
    assertEquals(0.5, cool.apply(0.5));
  }

  @Test
  void aTemperatureTouchesOnlyTheRowItIsGiven() {
    double[] rows = {0.5, 0.5, 0.8, 0.2};

    new Calibration.Temperature(0.5).apply(rows, 2, 4);

    assertArrayEquals(new double[] {0.5, 0.5, 0.64 / 0.68, 0.04 / 0.68}, rows, 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesATemperatureThatIsNone(double temperature) {
    var thrown =
        assertThrows(
            IllegalArgumentException.class, () -> new Calibration.Temperature(temperature));

    assertEquals("A temperature is positive and finite, got " + temperature, thrown.getMessage());
  }

  @Test
  void aNumberIsNotCalibrated() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> bundle(trees(1), List.of(), new Calibration.Temperature(2)));

    assertEquals(
        "Calibration of a number is not known: Temperature[temperature=2.0]", thrown.getMessage());
  }

  @Test
  void severalLabelsAreNotCalibratedByALineOfTwo() {
    assertThrows(
        IllegalArgumentException.class,
        () -> bundle(trees(1, 0, 0), MODES, new Calibration.Platt(1, 0)));
  }

  @Test
  void aNumberHasOneOutput() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> bundle(trees(1, 2, 3), List.of(), new Calibration.None()));

    assertEquals("A scorer of 3 outputs cannot predict a number", thrown.getMessage());
  }

  private static TreesScorer trees(float... leaves) {
    List<Tree> trees = new ArrayList<>();
    for (int output = 0; output < leaves.length; output++) {
      trees.add(
          new Tree(
              output,
              new int[] {-1},
              new float[] {leaves[output]},
              new int[] {0},
              new boolean[] {false}));
    }
    return new TreesScorer(new float[leaves.length], Link.IDENTITY, trees, new boolean[1]);
  }

  private static ModelBundle bundle(Scorer scorer, List<String> labels, Calibration calibration) {
    Column heat =
        new Column("heat", Kind.DOUBLE, true, List.of(), 0, 9, Set.of(Role.FEATURE), false, "");
    ModelCard card =
        new ModelCard("What it does", "forest", "by hand", new TreeMap<>(), 9, new TreeMap<>());
    return new ModelBundle("plant", List.of(heat), labels, scorer, calibration, 0.5, card);
  }
}
