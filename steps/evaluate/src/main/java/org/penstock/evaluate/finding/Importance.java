package org.penstock.evaluate.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Predictions;
import org.penstock.row.Column;

/**
 * How much worse a model gets, by the main metric of its task, when a feature of a row is taken
 * from another, random row of the test split, so that it tells nothing: <a
 * href="https://doi.org/10.1023/A:1010933404324">permutation importance</a>. Of features that say
 * the same, each seems to matter little.
 *
 * @param feature the column
 * @param loss mean of the losses; below zero where the feature only disturbs
 * @param least smallest loss of the repetitions
 * @param most largest loss of the repetitions
 */
public record Importance(Column feature, double loss, double least, double most) {

  private static final int REPETITIONS = 5;

  /** A part of a large class, or of many rows, measures nearly as well. */
  private static final int MOST_OF_A_CLASS = 5_000;

  private static final int MOST = 10_000;

  /** Rows times features, beyond which fewer rows are taken: all of them are scored each time. */
  private static final int MOST_CELLS = 40_000;

  private static final int FEWEST = 100;

  private static final Cutoff ANY = Cutoff.at(1);

  /**
   * Measures every feature, greatest loss first.
   *
   * @param rows the test split
   * @param predictions of the model, for {@code rows}
   */
  static List<Importance> of(
      BundleScores scores, List<Column> features, int[] rows, Predictions predictions, long seed) {
    Metric metric = Focus.of(predictions.task()).main();
    int[] chosen = some(predictions, features.size(), seed);
    int[] chosenRows = Arrays.stream(chosen).map(i -> rows[i]).toArray();
    Predictions whole = predictions.rows(chosen);
    double as = metric.of(whole, ANY);
    List<Importance> importances = new ArrayList<>();
    for (int feature = 0; feature < features.size(); feature++) {
      double[] losses = new double[REPETITIONS];
      for (int repetition = 0; repetition < REPETITIONS; repetition++) {
        SplittableRandom random = new SplittableRandom(seed + 1 + repetition);
        int[] lenders = random.ints(chosen.length, 0, rows.length).map(i -> rows[i]).toArray();
        double[] outputs = scores.score(chosenRows, feature, lenders, whole.outputs());
        double without = metric.of(whole.with(outputs), ANY);
        losses[repetition] = metric.moreIsBetter() ? as - without : without - as;
      }
      Arrays.sort(losses);
      importances.add(
          new Importance(
              features.get(feature),
              Arrays.stream(losses).average().orElseThrow(),
              losses[0],
              losses[REPETITIONS - 1]));
    }
    importances.sort(Comparator.comparingDouble((Importance any) -> -any.loss()));
    return List.copyOf(importances);
  }

  private static int[] some(Predictions predictions, int features, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[predictions.rows()];
    for (int i = 0; i < order.length; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    if (!predictions.task().hasLabels()) {
      int most = Math.clamp(MOST_CELLS / features, FEWEST, MOST);
      return Arrays.stream(order).limit(most).sorted().toArray();
    }

    int[] seen = new int[Math.max(2, predictions.width())];
    int most = Math.clamp(2 * MOST_CELLS / features / seen.length, FEWEST, MOST_OF_A_CLASS);
    return Arrays.stream(order)
        .filter(i -> seen[(int) predictions.labels()[i]]++ < most)
        .sorted()
        .toArray();
  }
}
