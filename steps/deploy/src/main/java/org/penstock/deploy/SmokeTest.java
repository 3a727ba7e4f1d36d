package org.penstock.deploy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.penstock.feature.FeatureTable;
import org.penstock.row.Column;
import org.penstock.scoring.ModelBundle;

/**
 * Tries, before anybody is served, that a model and a feature table fit and give probabilities, or
 * numbers.
 */
final class SmokeTest {

  private static final int ROWS = 100;

  /** Probabilities of all labels add up to one but for rounding of as many doubles. */
  private static final double ROUNDING = 1e-9;

  private SmokeTest() {}

  /** Returns everything that is wrong, in sentences. */
  static List<String> problems(String project, ModelBundle model, FeatureTable features) {
    List<String> problems = new ArrayList<>();
    if (!model.project().equals(project)) {
      problems.add(
          "The model is of the project '%s', not '%s'.".formatted(model.project(), project));
    }

    if (features.size() == 0 && features.hasEntities()) {
      problems.add("The feature table has no rows.");
    }

    int[] places = places(model, features, problems);
    if (problems.isEmpty()) {
      score(model, features, places).ifPresent(problems::add);
    }

    return problems;
  }

  /** Finds the features of the model among those of the table. */
  private static int[] places(ModelBundle model, FeatureTable features, List<String> problems) {
    int[] places = new int[model.features().size()];
    for (int i = 0; i < places.length; i++) {
      Column wanted = model.features().get(i);
      places[i] = indexOf(wanted.name(), features.features());
      if (places[i] < 0) {
        problems.add("The feature table has no feature '%s'.".formatted(wanted.name()));
      } else if (!isSame(wanted, features.features().get(places[i]))) {
        problems.add(
            "The feature '%s' is of another kind or has other levels in the feature table than in the model."
                .formatted(wanted.name()));
      }
    }

    return places;
  }

  private static int indexOf(String name, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }

    return -1;
  }

  private static boolean isSame(Column wanted, Column found) {
    return wanted.kind() == found.kind() && wanted.levels().equals(found.levels());
  }

  /** Scores rows from all over the table, or invented ones where rows have no entity. */
  private static Optional<String> score(ModelBundle model, FeatureTable features, int[] places) {
    if (!features.hasEntities()) {
      return Stream.of(false, true)
          .map(missing -> example(model, missing))
          .flatMap(row -> problem(model, row, "an invented row").stream())
          .findFirst();
    }

    double[] stored = new double[features.features().size()];
    double[] row = new double[places.length];
    int step = Math.max(1, features.size() / ROWS);
    for (int i = 0; i < features.size(); i += step) {
      features.features(i, stored);
      for (int j = 0; j < places.length; j++) {
        row[j] = stored[places[j]];
      }

      Optional<String> problem = problem(model, row, "row %d of the feature table".formatted(i));
      if (problem.isPresent()) {
        return problem;
      }
    }

    return Optional.empty();
  }

  /** The number next to zero of every feature, or what may be missing missing. */
  private static double[] example(ModelBundle model, boolean missing) {
    return model.features().stream()
        .mapToDouble(feature ->
            missing && feature.optional()
                ? Double.NaN
                : Math.clamp(0, feature.min(), feature.max()))
        .toArray();
  }

  private static Optional<String> problem(ModelBundle model, double[] row, String which) {
    double[] outputs = new double[model.task().hasLabels() ? model.labels().size() : model.width()];
    if (model.task().hasLabels()) {
      model.probabilities(row, outputs);
    } else {
      model.predict(row, outputs);
    }
    boolean sane =
        model.task().hasLabels() ? areProbabilities(outputs) : Double.isFinite(outputs[0]);
    return sane
        ? Optional.empty()
        : Optional.of(
            "The model gives %s for %s, which %s."
                .formatted(
                    Arrays.toString(outputs),
                    which,
                    model.task().hasLabels() ? "are no probabilities" : "is no number"));
  }

  /** Asked in the positive, so that NaN fails. */
  private static boolean areProbabilities(double[] values) {
    return Arrays.stream(values).allMatch(value -> value >= 0 && value <= 1)
        && Math.abs(Arrays.stream(values).sum() - 1) <= ROUNDING;
  }
}
