package org.penstock.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
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
  public record DenseLayer(float[] bias, float[][] weights) {}

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
