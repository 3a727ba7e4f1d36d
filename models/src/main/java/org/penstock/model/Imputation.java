package org.penstock.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.penstock.config.InputSettings;
import org.penstock.config.InputSettings.Missing;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.scoring.CellsScorer;
import org.penstock.scoring.EnsembleScorer;
import org.penstock.scoring.EnsembleScorer.Member;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.LinearScorer.LevelsTerm;
import org.penstock.scoring.LinearScorer.NumberTerm;
import org.penstock.scoring.LinearScorer.Term;
import org.penstock.scoring.NetworkScorer;
import org.penstock.scoring.Scorer;
import org.penstock.scoring.TreesScorer;
import org.penstock.scoring.TreesScorer.Tree;

/**
 * Takes a missing number for another one, in examples and, with the same effect, in what they
 * taught; so nobody who asks the model needs to know.
 *
 * @param fill by feature what stands for a missing number; NaN where missing stays a state of its
 *     own, as it does for every category
 */
record Imputation(double[] fill) {

  /** Zero for every number. */
  static Imputation zeros(List<Column> features) {
    double[] fill = new double[features.size()];
    for (int i = 0; i < fill.length; i++) {
      fill[i] = features.get(i).kind() == Kind.CATEGORY ? Double.NaN : 0;
    }
    return new Imputation(fill);
  }

  /** What {@code settings} say, learnt from {@code examples} where it is to be learnt. */
  static Imputation of(InputSettings settings, Examples examples) {
    double[] fill = new double[examples.features().size()];
    for (int i = 0; i < fill.length; i++) {
      Column column = examples.features().get(i);
      fill[i] =
          column.kind() == Kind.CATEGORY
              ? Double.NaN
              : settings
                  .fill()
                  .getOrDefault(column.name(), learnt(settings.missing(), examples.values()[i]));
    }
    return new Imputation(fill);
  }

  /** Zero, if no number is there to learn from. */
  private static double learnt(Missing missing, double[] values) {
    return switch (missing) {
      case OWN -> Double.NaN;
      case ZERO -> 0;
      case MEAN -> Arrays.stream(present(values)).average().orElse(0);
      case MEDIAN -> median(present(values));
    };
  }

  private static double[] present(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
  }

  private static double median(double[] sorted) {
    return sorted.length == 0
        ? 0
        : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** Returns whether missing stays a state of its own everywhere. */
  boolean isNone() {
    return Arrays.stream(fill).allMatch(Double::isNaN);
  }

  /** Returns {@code examples} without the missing numbers that something stands for. */
  Examples in(Examples examples) {
    double[][] values = examples.values().clone();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(fill[i])) {
        values[i] = filled(values[i], fill[i]);
      }
    }
    return new Examples(
        examples.features(), values, examples.label(), examples.labels(), examples.weights());
  }

  private static double[] filled(double[] column, double fill) {
    double[] filled = column.clone();
    for (int row = 0; row < filled.length; row++) {
      filled[row] = Double.isNaN(filled[row]) ? fill : filled[row];
    }
    return filled;
  }

  /**
   * Returns a scorer that answers for a missing number as {@code scorer} does for what stands for
   * it.
   */
  Scorer in(Scorer scorer) {
    return switch (scorer) {
      case CellsScorer _ ->
          throw new IllegalArgumentException(
              "Cells know what is missing, and nothing is filled in");
      case EnsembleScorer ensemble ->
          new EnsembleScorer(
              ensemble.members().stream()
                  .map(one -> new Member(in(one.scorer()), one.curve(), one.weight()))
                  .toList());
      case LinearScorer linear ->
          new LinearScorer(
              linear.bias(),
              IntStream.range(0, fill.length)
                  .mapToObj(i -> in(linear.terms().get(i), fill[i]))
                  .toList());
      case NetworkScorer network ->
          new NetworkScorer((LinearScorer) in(network.first()), network.layers());
      case TreesScorer trees -> {
        List<Tree> filled = new ArrayList<>();
        for (Tree tree : trees.trees()) {
          filled.add(in(tree));
        }
        yield new TreesScorer(trees.base(), trees.link(), filled, trees.categories());
      }
    };
  }

  private static Term in(Term term, double fill) {
    return switch (term) {
      case LevelsTerm levels -> levels;
      case NumberTerm number when Double.isNaN(fill) -> number;
      case NumberTerm number -> {
        double[] missing = number.missing();
        for (int output = 0; output < missing.length; output++) {
          missing[output] = number.of(fill, output);
        }
        yield new NumberTerm(number.mean(), number.scale(), number.weights(), missing);
      }
    };
  }

  /** Numbers are compared as 32-bit floats, in the tree as in the scorer. */
  private Tree in(Tree tree) {
    boolean[] missingLeft = tree.missingLeft().clone();
    for (int node = 0; node < missingLeft.length; node++) {
      int asked = tree.feature()[node];
      if (asked >= 0 && !Double.isNaN(fill[asked])) {
        missingLeft[node] = (float) fill[asked] < tree.value()[node];
      }
    }
    return new Tree(tree.output(), tree.feature(), tree.value(), tree.left(), missingLeft);
  }
}
