package org.penstock.model;

import org.penstock.evaluation.BinaryPredictions;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Metric;

/** The AUC in one call. */
final class Aucs {

  private Aucs() {}

  static double of(double[] labels, double[] probabilities) {
    return Metric.AUC.of(BinaryPredictions.of(labels, probabilities), Cutoff.at(0.5));
  }
}
