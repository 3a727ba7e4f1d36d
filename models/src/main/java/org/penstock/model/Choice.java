package org.penstock.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.Interval;

/**
 * The best combination of one candidate, as the search found it.
 *
 * @param recipe what is done to examples
 * @param calibration fitted on predictions for rows that the models had not seen
 * @param interval of the errors on the same predictions, where a number is predicted
 * @param threshold on calibrated probabilities, by the costs, on the same predictions
 */
record Choice(
    Recipe recipe, Calibration calibration, double threshold, Optional<Interval> interval) {

  Choice {
    requireNonNull(recipe, "recipe");
    requireNonNull(calibration, "calibration");
    requireNonNull(interval, "interval");
  }

  String name() {
    return recipe.name();
  }

  /** Calibrates outputs of two classes; others are taken as they are. */
  double[] calibrated(double[] outputs) {
    double[] calibrated = new double[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      calibrated[i] = calibration.apply(outputs[i]);
    }
    return calibrated;
  }
}
