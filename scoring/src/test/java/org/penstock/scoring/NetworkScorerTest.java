package org.penstock.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.penstock.scoring.LinearScorer.NumberTerm;
import org.penstock.scoring.NetworkScorer.Layer;

class NetworkScorerTest {

  /** Of a row x: neurons x, −x and 2x − 1, then their sums. */
  private final NetworkScorer network =
      new NetworkScorer(
          new LinearScorer(
              new double[] {0, 0, -1},
              List.of(new NumberTerm(0, 1, new double[] {1, -1, 2}, new double[] {5, 0, 0}))),
          List.of(
              new Layer(new double[] {-2, .5}, new double[] {1, 1, 1, 1, 10, 0}),
              new Layer(new double[] {0, 1, 0}, new double[] {1, 0, 0, 1, -1, 2})));

  @Test
  void passesOnWhatIsNotNegative() {
    double[] row = {2};

    assertArrayEquals(new double[] {3, 3.5, 2}, outputs(row), 0);
  }

  @Test
  void negativeNeuronsAreZero() {
    double[] row = {-1};

    assertArrayEquals(new double[] {0, 11.5, 21}, outputs(row), 0);
  }

  @Test
  void aMissingNumberSaysWhatTheFirstLayerSays() {
    double[] row = {Double.NaN};

    assertArrayEquals(new double[] {3, 6.5, 8}, outputs(row), 0);
  }

  @Test
  void probabilitiesAreTheSoftmaxOfTheOutputs() {
    double[] into = new double[3];
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      double[] row = {random.nextGaussian() * 3};

      network.probabilities(row, into);

      double sum = 0;
      for (double output : outputs(row)) {
        sum += Math.exp(output);
      }
      for (int k = 0; k < 3; k++) {
        assertEquals(Math.exp(network.output(row, k)) / sum, into[k], 1e-12);
        assertEquals(network.probability(row, k), into[k], 1e-12);
      }
    }
  }

  @Test
  void refusesLayersThatDoNotFit() {
    Layer wide = new Layer(new double[] {0}, new double[] {1, 2, 3, 4});

    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new NetworkScorer(network.first(), List.of(wide)));

    assertEquals("A layer reads 4 neurons, and the one before it has 3", thrown.getMessage());
  }

  @Test
  void refusesALayerOfNoNeuron() {
    assertThrows(IllegalArgumentException.class, () -> new Layer(new double[0], new double[0]));
  }

  @Test
  void refusesAWeightThatIsNotFinite() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Layer(new double[] {0}, new double[] {Double.NaN}));
  }

  private double[] outputs(double[] row) {
    double[] outputs = new double[3];
    for (int k = 0; k < 3; k++) {
      outputs[k] = network.output(row, k);
    }
    return outputs;
  }
}
