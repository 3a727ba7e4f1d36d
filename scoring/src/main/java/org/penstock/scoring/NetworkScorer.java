package org.penstock.scoring;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * A network of dense layers. The first layer is linear in what features say, as a {@link
 * LinearScorer} has it with one output a neuron; between any two layers negative numbers become 0
 * (rectified linear units); the last layer has one neuron an output.
 *
 * @param first from features to the first neurons
 * @param layers those after it, at least one, in order
 */
public record NetworkScorer(LinearScorer first, List<Layer> layers) implements Scorer {

  /** Room for the neurons of a row; a thread scores one row at a time. */
  private static final ThreadLocal<double[]> NEURONS = ThreadLocal.withInitial(() -> new double[0]);

  /**
   * A dense layer.
   *
   * @param bias one a neuron
   * @param weights neuron by neuron, one for each neuron of the layer before
   */
  public record Layer(double[] bias, double[] weights) {

    public Layer {
      bias = bias.clone();
      weights = weights.clone();
      if (bias.length == 0 || weights.length == 0 || weights.length % bias.length != 0) {
        throw new IllegalArgumentException(
            "A layer of %d neurons has %d weights".formatted(bias.length, weights.length));
      }
      requireFinite(bias);
      requireFinite(weights);
    }

    int inputs() {
      return weights.length / bias.length;
    }

    int neurons() {
      return bias.length;
    }

    /** {@code before}: holds the neurons of the layer before, from {@code from} on. */
    private double output(double[] before, int from, int neuron) {
      double sum = bias[neuron];
      int inputs = inputs();
      int offset = neuron * inputs;
      for (int i = 0; i < inputs; i++) {
        sum += weights[offset + i] * before[from + i];
      }
      return sum;
    }

    private static void requireFinite(double[] numbers) {
      if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("A weight of a layer is not a finite number");
      }
    }
  }

  public NetworkScorer {
    requireNonNull(first, "first");
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("A network of one layer is linear");
    }
    int before = first.outputs();
    for (Layer layer : layers) {
      if (layer.inputs() != before) {
        throw new IllegalArgumentException(
            "A layer reads %d neurons, and the one before it has %d"
                .formatted(layer.inputs(), before));
      }
      before = layer.bias().length;
    }
    if (before == 2) {
      throw new IllegalArgumentException("A scorer has 1 output or at least 3, not 2");
    }
  }

  @Override
  public int features() {
    return first.features();
  }

  @Override
  public boolean isCategory(int feature) {
    return first.isCategory(feature);
  }

  @Override
  public int outputs() {
    return layers.getLast().bias().length;
  }

  @Override
  public double output(double[] row, int output) {
    double[] neurons = neurons();
    return layers.getLast().output(neurons, beforeLast(row, neurons), output);
  }

  @Override
  public void probabilities(double[] row, double[] into) {
    if (outputs() == 1) {
      into[1] = Logistic.sigmoid(output(row, 0));
      into[0] = 1 - into[1];
      return;
    }

    double[] neurons = neurons();
    int before = beforeLast(row, neurons);
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < outputs(); k++) {
      into[k] = layers.getLast().output(neurons, before, k);
      largest = Math.max(largest, into[k]);
    }
    double sum = 0;
    for (int k = 0; k < outputs(); k++) {
      into[k] = StrictMath.exp(into[k] - largest);
      sum += into[k];
    }
    for (int k = 0; k < outputs(); k++) {
      into[k] /= sum;
    }
  }

  /** Returns room for the neurons of all layers but the last, which no other thread sees. */
  private double[] neurons() {
    int needed = first.outputs();
    for (int i = 0; i < layers.size() - 1; i++) {
      needed += layers.get(i).neurons();
    }
    double[] neurons = NEURONS.get();
    if (neurons.length < needed) {
      neurons = new double[needed];
      NEURONS.set(neurons);
    }
    return neurons;
  }

  /**
   * Computes all layers but the last, one behind the other; returns where the last of them begins.
   */
  private int beforeLast(double[] row, double[] neurons) {
    int from = 0;
    int to = first.outputs();
    for (int i = 0; i < to; i++) {
      neurons[i] = Math.max(0, first.output(row, i));
    }
    for (int l = 0; l < layers.size() - 1; l++) {
      Layer layer = layers.get(l);
      int count = layer.neurons();
      for (int i = 0; i < count; i++) {
        neurons[to + i] = Math.max(0, layer.output(neurons, from, i));
      }
      from = to;
      to += count;
    }
    return from;
  }
}
