package org.penstock.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.scoring.LinearScorer;

/**
 * What happened a season ago happens again: the prediction is the value of one lag column, bit for
 * bit. Where that is missing, it is the mean of what is to be predicted, which is all there is to
 * learn.
 *
 * @param lag the feature that is predicted as it is; a number
 */
record SeasonalNaiveTrainer(String lag) implements Trainer {

  @Override
  public Learned train(Examples examples, int threads) {
    double mean = Arrays.stream(examples.labels()).average().orElseThrow();
    List<LinearScorer.Term> terms = new ArrayList<>();
    for (Column feature : examples.features()) {
      terms.add(feature.name().equals(lag) ? term(1, mean) : none(feature));
    }
    return new Learned(new LinearScorer(new double[1], terms));
  }

  private static LinearScorer.Term none(Column feature) {
    return feature.kind() == Kind.CATEGORY
        ? new LinearScorer.LevelsTerm(new double[feature.levels().size()][1], new double[1])
        : term(0, 0);
  }

  private static LinearScorer.Term term(double weight, double missing) {
    return new LinearScorer.NumberTerm(0, 1, new double[] {weight}, new double[] {missing});
  }

  @Override
  public String description() {
    return "Seasonal naive: '%s' as it is".formatted(lag);
  }
}
