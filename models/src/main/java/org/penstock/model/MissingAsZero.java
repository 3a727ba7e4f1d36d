package org.penstock.model;

import java.util.ArrayList;
import java.util.List;
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

/** Takes a missing number for zero, in examples and, with the same effect, in what they taught. */
final class MissingAsZero {

  private MissingAsZero() {}

  /** Returns {@code examples} with 0 for missing numbers; a missing category stays missing. */
  static Examples in(Examples examples) {
    double[][] values = examples.values().clone();
    for (int i = 0; i < values.length; i++) {
      if (examples.features().get(i).kind() != Kind.CATEGORY) {
        values[i] = filled(values[i]);
      }
    }
    return new Examples(
        examples.features(), values, examples.label(), examples.labels(), examples.weights());
  }

  private static double[] filled(double[] column) {
    double[] filled = column.clone();
    for (int row = 0; row < filled.length; row++) {
      filled[row] = Double.isNaN(filled[row]) ? 0 : filled[row];
    }
    return filled;
  }

  /** Returns a scorer that answers for a missing number as {@code scorer} does for 0. */
  static Scorer in(Scorer scorer) {
    return switch (scorer) {
      case CellsScorer _ ->
          throw new IllegalArgumentException("Rows of a number, as cells predict, have no classes");
      case EnsembleScorer ensemble ->
          new EnsembleScorer(
              ensemble.members().stream()
                  .map(one -> new Member(in(one.scorer()), one.curve(), one.weight()))
                  .toList());
      case LinearScorer linear ->
          new LinearScorer(linear.bias(), linear.terms().stream().map(MissingAsZero::in).toList());
      case NetworkScorer network ->
          new NetworkScorer((LinearScorer) in(network.first()), network.layers());
      case TreesScorer trees -> {
        List<Tree> filled = new ArrayList<>();
        boolean[] category = trees.categories();
        for (Tree tree : trees.trees()) {
          filled.add(in(tree, category));
        }
        yield new TreesScorer(trees.base(), trees.link(), filled, category);
      }
    };
  }

  private static Term in(Term term) {
    return switch (term) {
      case LevelsTerm levels -> levels;
      case NumberTerm number -> {
        double[] missing = number.missing();
        for (int output = 0; output < missing.length; output++) {
          missing[output] = number.of(0, output);
        }
        yield new NumberTerm(number.mean(), number.scale(), number.weights(), missing);
      }
    };
  }

  private static Tree in(Tree tree, boolean[] category) {
    boolean[] missingLeft = tree.missingLeft().clone();
    for (int node = 0; node < missingLeft.length; node++) {
      int asked = tree.feature()[node];
      if (asked >= 0 && !category[asked]) {
        missingLeft[node] = 0 < tree.value()[node];
      }
    }
    return new Tree(tree.output(), tree.feature(), tree.value(), tree.left(), missingLeft);
  }
}
