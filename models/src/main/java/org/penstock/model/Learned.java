package org.penstock.model;

import org.penstock.scoring.Scorer;
import org.tribuo.Model;

/**
 * What a trainer has learnt, twice the same.
 *
 * @param scorer scores in plain Java
 * @param model Tribuo's own
 */
record Learned(Scorer scorer, Model<?> model) {

  /** Returns Tribuo's protobuf of the model; equal models give equal bytes. */
  byte[] tribuo() {
    return CanonicalModel.bytes(model);
  }

  /** Computes the probability of label 1 of every example, before calibration. */
  double[] probabilities(Examples examples) {
    double[] probabilities = new double[examples.rows()];
    double[] row = new double[examples.features().size()];
    for (int i = 0; i < probabilities.length; i++) {
      examples.example(i, row);
      probabilities[i] = scorer.probability(row, 1);
    }
    return probabilities;
  }
}
