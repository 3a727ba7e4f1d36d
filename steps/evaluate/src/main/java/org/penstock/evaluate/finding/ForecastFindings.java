package org.penstock.evaluate.finding;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.NumberPredictions;

/**
 * What is found of a model as a forecast, beside the forecasts that what happened a season ago
 * happens again.
 *
 * @param horizon of the rolling forecasts, in words
 * @param test the test split, predicted at once from its beginning
 * @param rolling predicted from one origin after another, where train could
 */
public record ForecastFindings(String horizon, Part test, Optional<Part> rolling) {

  /**
   * Forecasts of the same rows.
   *
   * @param times of the rows, ascending
   * @param predictions of the model
   * @param naive what the naive forecasts say of the rows, by name
   * @param error mean absolute error of the model
   * @param naiveErrors of the naive forecasts, by name
   * @param shares the error of the model as a part of that of each naive forecast, by name; below 1
   *     it is better
   */
  public record Part(
      List<LocalDateTime> times,
      NumberPredictions predictions,
      Map<String, double[]> naive,
      Estimate error,
      Map<String, Estimate> naiveErrors,
      Map<String, Estimate> shares) {

    public Part {
      times = List.copyOf(times);
      naive = Collections.unmodifiableMap(naive);
      naiveErrors = Collections.unmodifiableMap(naiveErrors);
      shares = Collections.unmodifiableMap(shares);
      requireNonNull(predictions, "predictions");
      requireNonNull(error, "error");
    }
  }

  public ForecastFindings {
    requireNonNull(horizon, "horizon");
    requireNonNull(test, "test");
    requireNonNull(rolling, "rolling");
  }

  /** Returns what a policy may limit, by name: {@code mae-vs-naive-168h}, {@code rolling-mae}. */
  public SortedMap<String, Estimate> metrics() {
    SortedMap<String, Estimate> metrics = new TreeMap<>();
    test.shares().forEach((name, share) -> metrics.put("mae-vs-" + name, share));
    rolling.ifPresent(part -> {
      metrics.put("rolling-mae", part.error());
      part.shares().forEach((name, share) -> metrics.put("rolling-mae-vs-" + name, share));
    });
    return metrics;
  }

  /**
   * Returns what a reader should know before all else: naive forecasts that the model does not
   * beat.
   */
  public List<String> notBeaten() {
    List<String> sentences = new ArrayList<>();
    test.shares()
        .forEach((name, share) -> {
          if (!(share.upper() < 1)) {
            sentences.add(
                "The model is not better than %s beyond doubt: its error is %s of that one's."
                    .formatted(name, Numbers.metric(share.value())));
          }
        });
    return sentences;
  }
}
