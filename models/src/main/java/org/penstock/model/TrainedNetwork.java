package org.penstock.model;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.penstock.scoring.NetworkScorer;
import org.tribuo.Model;

/**
 * A network that was trained.
 *
 * @param layers from the first hidden one to the outputs
 * @param model the same, as Tribuo has it; its inputs are called by {@link #input}
 */
public record TrainedNetwork(List<DenseLayer> layers, Model<?> model) {

  /**
   * One layer.
   *
   * @param bias one a neuron
   * @param weights by neuron of the layer before, then by neuron
   */
  public record DenseLayer(float[] bias, float[][] weights) {

    /** Returns it as a scorer has it. */
    public NetworkScorer.Layer byNeuron() {
      double[] flat = new double[weights.length * bias.length];
      for (int i = 0; i < flat.length; i++) {
        flat[i] = weights[i % weights.length][i / weights.length];
      }
      return new NetworkScorer.Layer(doubles(bias), flat);
    }

    /** Returns its weights, by neuron of the layer before. */
    public double[][] byInput() {
      return Arrays.stream(weights).map(DenseLayer::doubles).toArray(double[][]::new);
    }

    private static double[] doubles(float[] floats) {
      double[] doubles = new double[floats.length];
      for (int i = 0; i < floats.length; i++) {
        doubles[i] = floats[i];
      }
      return doubles;
    }
  }

  public TrainedNetwork {
    layers = List.copyOf(layers);
    requireNonNull(model, "model");
  }

  /** Returns what Tribuo calls the input of index {@code index}: its order is that of the names. */
  public static String input(int index) {
    char[] digits = Integer.toString(1_000_000 + index).toCharArray();
    digits[0] = 'x';
    return new String(digits);
  }
}
