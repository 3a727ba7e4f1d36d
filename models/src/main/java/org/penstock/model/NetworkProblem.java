package org.penstock.model;

import java.util.List;

/**
 * What a network learns, and how.
 *
 * @param inputs by input, then by row; all of about the same scale, none missing
 * @param labels of each row a code from 0
 * @param classes how many labels there are, at least 2; each has an output, of which the softmax is
 *     taken
 * @param hidden how many neurons each layer but the last has, at least one layer
 * @param epochs how often every row is seen
 * @param batch how many rows a step looks at
 * @param rate how far a step goes
 * @param seed of the weights to begin with, and of the order of the rows
 */
public record NetworkProblem(
    double[][] inputs,
    int[] labels,
    int classes,
    List<Integer> hidden,
    int epochs,
    int batch,
    double rate,
    long seed) {

  public NetworkProblem {
    hidden = List.copyOf(hidden);
    if (inputs.length == 0 || labels.length == 0 || classes < 2 || hidden.isEmpty()) {
      throw new IllegalArgumentException(
          "A network of %d inputs, %d rows, %d classes and hidden layers %s"
              .formatted(inputs.length, labels.length, classes, hidden));
    }
  }

  /** Returns the neurons of every layer, from the inputs to the outputs. */
  public int[] widths() {
    int[] widths = new int[hidden.size() + 2];
    widths[0] = inputs.length;
    for (int i = 0; i < hidden.size(); i++) {
      widths[i + 1] = hidden.get(i);
    }
    widths[widths.length - 1] = classes;
    return widths;
  }
}
