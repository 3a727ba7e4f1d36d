package org.penstock.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.scoring.TreesScorer.Link;
import org.penstock.scoring.TreesScorer.Tree;

class TreesScorerTest {

  @ParameterizedTest
  @CsvSource({
    "1.4, true, -1",
    "1.5, true, 1",
    "1.6, true, 1",
    "NaN, true, -1",
    "1.4, false, -1",
    "1.5, false, 1",
    "NaN, false, 1",
    "-Infinity, false, -1",
    "Infinity, true, 1"
  })
  void goesLeftBelowTheValueAndWhereMissingGoesLeft(
      double value, boolean missingLeft, double leaf) {
    TreesScorer scorer = stump(0, missingLeft);

    assertEquals(leaf, scorer.output(new double[] {value, 0}, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "1, true, 1", "0, true, -1", "2, true, -1", "NaN, true, -1",
    "1, false, 1", "0, false, -1", "2, false, -1", "NaN, false, 1"
  })
  void goesRightAtTheLevelOfACategory(double level, boolean missingLeft, double leaf) {
    Tree tree = tree(1, 1, missingLeft);
    var scorer =
        new TreesScorer(new float[1], Link.LOGISTIC, List.of(tree), new boolean[] {false, true});

    assertEquals(leaf, scorer.output(new double[] {0, level}, 0));
  }

  @Test
  void comparesFloatsNotDoubles() {
    double above = Math.nextUp(1.5);

    // As a float it is 1.5 itself, so not less; a hair below it is 1.5 as well.
    assertEquals(1, stump(0, false).output(new double[] {above, 0}, 0));
    assertEquals(1, stump(0, false).output(new double[] {Math.nextDown(1.5), 0}, 0));
  }

  @Test
  void addsFloatsInTheOrderOfTheTrees() {
    List<Tree> trees = List.of(leaf(1e8f), leaf(1), leaf(-1e8f));
    var scorer = new TreesScorer(new float[] {0.5f}, Link.LOGISTIC, trees, new boolean[2]);

    assertEquals(0.5f + 1e8f + 1f + -1e8f, scorer.output(new double[2], 0));
  }

  @ParameterizedTest
  @CsvSource({"-0.25, 0", "0.25, 0.25", "1.25, 1"})
  void keepsAProbabilityThatIsASumInItsRange(float sum, double probability) {
    var scorer =
        new TreesScorer(new float[] {0}, Link.IDENTITY, List.of(leaf(sum)), new boolean[2]);

    assertEquals(probability, scorer.probability(new double[2], 1));
    assertEquals(1 - probability, scorer.probability(new double[2], 0));
  }

  private static TreesScorer stump(int feature, boolean missingLeft) {
    return new TreesScorer(
        new float[1], Link.LOGISTIC, List.of(tree(feature, 1.5f, missingLeft)), new boolean[2]);
  }

  private static Tree tree(int feature, float value, boolean missingLeft) {
    return new Tree(
        0,
        new int[] {feature, -1, -1},
        new float[] {value, -1, 1},
        new int[] {1, 0, 0},
        new boolean[] {missingLeft, false, false});
  }

  private static Tree leaf(float value) {
    return new Tree(0, new int[] {-1}, new float[] {value}, new int[1], new boolean[1]);
  }
}
