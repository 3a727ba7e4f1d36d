package org.penstock.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.scoring.EnsembleScorer.Member;
import org.penstock.scoring.LinearScorer.NumberTerm;
import org.penstock.scoring.TreesScorer.Link;

class EnsembleScorerTest {

  private static final Calibration NONE = new Calibration.None();
  private static final double[] ROW = {3, 0.5, 1, 2};

  /** Two additions of two products. */
  private static final double ROUNDED = 1e-15;

  @Test
  void isTheWeightedMeanOfProbabilities() {
    Scorer linear = Bundles.linear().scorer();
    Scorer forest = Bundles.forest(Link.IDENTITY).scorer();

    Scorer both = of(new Member(linear, NONE, 0.25), new Member(forest, NONE, 0.75));

    double expected = 0.25 * linear.probability(ROW, 1) + 0.75 * forest.probability(ROW, 1);
    assertEquals(expected, both.probability(ROW, 1), ROUNDED);
    assertEquals(1 - expected, both.probability(ROW, 0), ROUNDED);
  }

  /** A member that says little of everybody ranks them as well as one that says much. */
  @Test
  void countsRanksAlikeWhateverProbabilitiesMean() {
    Scorer low = constantPlus(-6);
    Scorer high = constantPlus(2);
    Calibration lowRank = rank(Logistic.sigmoid(-6), Logistic.sigmoid(-5));
    Calibration highRank = rank(Logistic.sigmoid(2), Logistic.sigmoid(3));

    Scorer both = of(new Member(low, lowRank, 0.5), new Member(high, highRank, 0.5));

    assertEquals(0, both.probability(new double[] {0}, 1), ROUNDED);
    assertEquals(1, both.probability(new double[] {1}, 1), ROUNDED);
  }

  @Test
  void isTheMeanOfProbabilitiesOfSeveralLabels() {
    Scorer classes = Bundles.classes().scorer();
    Scorer both = of(new Member(classes, NONE, 0.5), new Member(classes, NONE, 0.5));
    double[] expected = new double[3];
    double[] actual = new double[3];

    classes.probabilities(ROW, expected);
    both.probabilities(ROW, actual);

    for (int label = 0; label < 3; label++) {
      assertEquals(expected[label], actual[label], ROUNDED);
      assertEquals(expected[label], both.probability(ROW, label), ROUNDED);
    }
  }

  @Test
  void isTheMeanOfNumbers() {
    Scorer both =
        of(new Member(constantPlus(10), NONE, 0.5), new Member(constantPlus(20), NONE, 0.5));

    assertEquals(18, both.output(new double[] {3}, 0));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.4", "1, 1", "0.6, 0.5"})
  void refusesWeightsThatDoNotAddUp(double one, double other) {
    Scorer scorer = Bundles.linear().scorer();

    assertThrows(
        IllegalArgumentException.class,
        () -> of(new Member(scorer, NONE, one), new Member(scorer, NONE, other)));
  }

  @ParameterizedTest
  @CsvSource({"0", "-0.5", "1.5", "NaN"})
  void refusesAWeightThatIsNone(double weight) {
    Scorer scorer = Bundles.linear().scorer();

    assertThrows(IllegalArgumentException.class, () -> new Member(scorer, NONE, weight));
  }

  @Test
  void refusesAMemberAlone() {
    Member alone = new Member(Bundles.linear().scorer(), NONE, 1);

    var thrown =
        assertThrows(IllegalArgumentException.class, () -> new EnsembleScorer(List.of(alone)));

    assertEquals("An ensemble has at least two members, not 1", thrown.getMessage());
  }

  @Test
  void refusesMembersOfOtherOutputs() {
    Member two = new Member(Bundles.linear().scorer(), NONE, 0.5);
    Member three = new Member(Bundles.classes().scorer(), NONE, 0.5);

    assertThrows(IllegalArgumentException.class, () -> of(two, three));
  }

  private static Scorer of(Member... members) {
    return new EnsembleScorer(List.of(members));
  }

  private static Scorer constantPlus(double bias) {
    return new LinearScorer(
        new double[] {bias}, List.of(new NumberTerm(0, 1, new double[] {1}, new double[] {0})));
  }

  private static Calibration rank(double first, double last) {
    return new Calibration.Isotonic(new double[] {first, last}, new double[] {0, 1});
  }
}
