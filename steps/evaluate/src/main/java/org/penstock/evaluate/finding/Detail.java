package org.penstock.evaluate.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.penstock.evaluation.BinaryPredictions;
import org.penstock.evaluation.Bootstrap;
import org.penstock.evaluation.ClassPredictions;
import org.penstock.evaluation.Confusion;
import org.penstock.evaluation.ConfusionMatrix;
import org.penstock.evaluation.Curves;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.NumberPredictions;
import org.penstock.evaluation.NumberPredictions.Band;
import org.penstock.evaluation.Predictions;
import org.penstock.evaluation.ReportEstimates;
import org.penstock.evaluation.ScoreHistogram;

/** What is found of the test split for one task only. */
public sealed interface Detail {

  /**
   * Two classes.
   *
   * @param cutoff at which threshold and costs
   * @param curves of the test split
   * @param scores how probabilities are spread in it
   * @param decisions what the threshold makes of it
   * @param report how well each label is told, with intervals
   * @param probabilities of the model for the test split
   */
  record Binary(
      Cutoff cutoff,
      Curves curves,
      ScoreHistogram scores,
      Confusion decisions,
      ReportEstimates report,
      double[] probabilities)
      implements Detail {

    /** Of the distribution of probabilities. */
    private static final int BINS = 40;

    static Binary of(BinaryPredictions test, Cutoff cutoff, Bootstrap bootstrap) {
      return new Binary(
          cutoff,
          Curves.of(test),
          ScoreHistogram.of(test, BINS),
          Confusion.of(test, cutoff),
          ReportEstimates.of(test, cutoff, bootstrap),
          test.probabilities());
    }

    double meanProbability() {
      return Arrays.stream(probabilities).average().orElseThrow();
    }
  }

  /**
   * Several classes.
   *
   * @param labels in code order
   * @param confusion which label is called which
   * @param report how well each label is told, with intervals
   * @param entities how well it goes entity by entity, where rows have entities and times
   */
  record Classes(
      List<String> labels,
      ConfusionMatrix confusion,
      ReportEstimates report,
      Optional<EntityFindings> entities)
      implements Detail {

    public Classes {
      labels = List.copyOf(labels);
    }

    Classes with(Optional<EntityFindings> found) {
      return new Classes(labels, confusion, report, found);
    }
  }

  /**
   * A number.
   *
   * @param targets what happened in the test split
   * @param numbers what was said
   * @param band the intervals that were said, if any
   */
  record Number(double[] targets, double[] numbers, Optional<Band> band) implements Detail {}

  /** Looks into {@code test}. */
  static Detail of(Predictions test, List<String> labels, Cutoff cutoff, Bootstrap bootstrap) {
    return switch (test) {
      case BinaryPredictions binary -> Binary.of(binary, cutoff, bootstrap);
      case ClassPredictions classes ->
          new Classes(
              labels,
              ConfusionMatrix.of(classes),
              ReportEstimates.of(classes, bootstrap),
              Optional.empty());
      case NumberPredictions numbers ->
          new Number(numbers.targets(), numbers.numbers(), numbers.band());
    };
  }
}
