package org.penstock.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penstock.model.TrainedNetwork.DenseLayer;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.NetworkScorer;

/**
 * A network of two hidden layers of rectified linear units, by the {@link NetworkLibrary} of the
 * class path. Its inputs are those of {@link LogisticTrainer}: standardised numbers, whether one is
 * missing, and an indicator a level.
 *
 * <p>Rows count alike, whatever their weights. A label without examples gets an output far below
 * the others.
 */
record NetworkTrainer(Hyperparameters chosen, long seed) implements Trainer {

  private static final int NEURONS = 64;
  private static final int EPOCHS = 20;
  private static final int BATCH = 128;
  private static final double RATE = .002;
  private static final double UNSEEN = -30;

  @Override
  public Learned train(Examples examples, int threads) {
    List<LinearInput> inputs = LinearInput.of(examples);
    int[] codes = examples.occurring();
    int neurons = chosen.count("neurons", NEURONS);
    var problem =
        new NetworkProblem(
            inputs.stream().map(input -> input.values(examples)).toArray(double[][]::new),
            Arrays.stream(examples.labels())
                .mapToInt(code -> Arrays.binarySearch(codes, (int) code))
                .toArray(),
            codes.length,
            List.of(neurons, Math.max(3, neurons / 2)),
            chosen.count("epochs", EPOCHS),
            chosen.count("batch", BATCH),
            chosen.number("rate", RATE),
            seed);
    TrainedNetwork network = NetworkLibrary.find().train(problem);
    return new Learned(scorer(network, inputs, examples, codes), network.model());
  }

  private static NetworkScorer scorer(
      TrainedNetwork network, List<LinearInput> inputs, Examples examples, int[] codes) {
    DenseLayer first = network.layers().getFirst();
    List<NetworkScorer.Layer> layers = new ArrayList<>();
    for (DenseLayer layer : network.layers().subList(1, network.layers().size() - 1)) {
      layers.add(layer.byNeuron());
    }
    DenseLayer last = network.layers().getLast();
    layers.add(examples.classes() == 2 ? logOdds(last) : everyLabel(last, codes, examples));
    return new NetworkScorer(
        new LinearScorer(
            first.byNeuron().bias(),
            LinearInput.terms(inputs, first.byInput(), examples.features(), first.bias().length)),
        layers);
  }

  /** Of two outputs, what the second is above the first. */
  private static NetworkScorer.Layer logOdds(DenseLayer last) {
    double[] weights = new double[last.weights().length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (double) last.weights()[i][1] - last.weights()[i][0];
    }
    return new NetworkScorer.Layer(
        new double[] {(double) last.bias()[1] - last.bias()[0]}, weights);
  }

  private static NetworkScorer.Layer everyLabel(DenseLayer last, int[] codes, Examples examples) {
    int before = last.weights().length;
    double[] bias = new double[examples.classes()];
    double[] weights = new double[bias.length * before];
    Arrays.fill(bias, UNSEEN);
    for (int output = 0; output < codes.length; output++) {
      bias[codes[output]] = last.bias()[output];
      for (int i = 0; i < before; i++) {
        weights[codes[output] * before + i] = last.weights()[i][output];
      }
    }
    return new NetworkScorer.Layer(bias, weights);
  }

  @Override
  public String description() {
    return NetworkLibrary.find().description();
  }
}
