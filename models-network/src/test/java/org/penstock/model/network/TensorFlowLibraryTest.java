package org.penstock.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penstock.model.NetworkLibrary;
import org.penstock.model.NetworkProblem;
import org.penstock.model.TrainedNetwork;
import org.penstock.model.TrainedNetwork.DenseLayer;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.LinearScorer.NumberTerm;
import org.penstock.scoring.NetworkScorer;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;

class TensorFlowLibraryTest {

  private static final int ROWS = 1500;

  private static final NetworkProblem PROBLEM = problem(7);
  private static final TrainedNetwork NETWORK = new TensorFlowLibrary().train(PROBLEM);

  @Test
  void isFoundAsAService() {
    assertInstanceOf(TensorFlowLibrary.class, NetworkLibrary.find());
  }

  @Test
  void learnsWhatIsNotLinear() {
    NetworkScorer scorer = scorer(NETWORK);
    int right = 0;
    for (int row = 0; row < ROWS; row++) {
      double[] said = new double[3];
      scorer.probabilities(row(row), said);
      int called = said[0] >= said[1] && said[0] >= said[2] ? 0 : said[1] >= said[2] ? 1 : 2;
      right += called == PROBLEM.labels()[row] ? 1 : 0;
    }

    assertTrue(right > .9 * ROWS, "%d of %d".formatted(right, ROWS));
  }

  /** Floats added up in another order: six digits, of which a few layers leave five. */
  @Test
  void plainJavaSaysWhatTensorFlowSays() {
    NetworkScorer scorer = scorer(NETWORK);
    for (int row = 0; row < 200; row++) {
      double[] said = new double[3];
      scorer.probabilities(row(row), said);

      assertArrayEquals(saidByTensorFlow(row(row)), said, 1e-5, "row " + row);
    }
  }

  @Test
  void equalProblemsGiveEqualNetworks() {
    assertEquals(digest(NETWORK), digest(new TensorFlowLibrary().train(problem(7))));
  }

  @Test
  void anotherSeedGivesAnotherNetwork() {
    assertNotEquals(digest(NETWORK), digest(new TensorFlowLibrary().train(problem(8))));
  }

  @SuppressWarnings("unchecked") // a network of labels
  private static double[] saidByTensorFlow(double[] row) {
    String[] names = new String[row.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = TrainedNetwork.input(i);
    }
    var prediction =
        ((Model<Label>) NETWORK.model())
            .predict(new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, names, row));
    double[] said = new double[3];
    prediction
        .getOutputScores()
        .forEach((name, label) -> said[name.charAt(name.length() - 1) - '0'] = label.getScore());
    return said;
  }

  /** Two numbers of which the quadrant and the distance count, in an order that is no code's. */
  private static NetworkProblem problem(long seed) {
    SplittableRandom random = new SplittableRandom(1);
    double[][] inputs = new double[2][ROWS];
    int[] labels = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      double x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      inputs[0][row] = x;
      inputs[1][row] = y;
      labels[row] = x * x + y * y < .3 ? 2 : x * y > 0 ? 0 : 1;
    }
    return new NetworkProblem(inputs, labels, 3, List.of(24, 16), 40, 32, .01, seed);
  }

  private static double[] row(int row) {
    return new double[] {PROBLEM.inputs()[0][row], PROBLEM.inputs()[1][row]};
  }

  private static NetworkScorer scorer(TrainedNetwork network) {
    DenseLayer first = network.layers().getFirst();
    List<LinearScorer.Term> terms = new ArrayList<>();
    for (double[] weights : first.byInput()) {
      terms.add(new NumberTerm(0, 1, weights, new double[weights.length]));
    }
    List<NetworkScorer.Layer> layers =
        network.layers().stream().skip(1).map(DenseLayer::byNeuron).toList();
    return new NetworkScorer(new LinearScorer(first.byNeuron().bias(), terms), layers);
  }

  private static int digest(TrainedNetwork network) {
    int digest = 0;
    for (DenseLayer layer : network.layers()) {
      digest = 31 * digest + Arrays.hashCode(layer.bias());
      digest = 31 * digest + Arrays.deepHashCode(layer.weights());
    }
    return digest;
  }
}
