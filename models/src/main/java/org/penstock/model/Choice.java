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

  /**
   * Calibrates outputs.
   *
   * @param width how many a row has
   */
  double[] calibrated(double[] outputs, int width) {
    double[] calibrated = outputs.clone();
    if (width > 1) {
      if (calibration instanceof Calibration.Temperature temperature) {
        for (int start = 0; start < outputs.length; start += width) {
          temperature.apply(calibrated, start, start + width);
        }
      }
      return calibrated;
    }

    for (int i = 0; i < outputs.length; i++) {
      calibrated[i] = calibration.apply(outputs[i]);
    }
    return calibrated;
  }
}
