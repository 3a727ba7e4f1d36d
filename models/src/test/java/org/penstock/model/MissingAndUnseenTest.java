package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.penstock.config.Candidate;
import org.penstock.config.Candidate.MeanOf;
import org.penstock.config.Candidate.Objective;
import org.penstock.config.Candidate.Resample;
import org.penstock.config.ClassWeights;
import org.penstock.config.InputSettings;
import org.penstock.config.InputSettings.Missing;
import org.penstock.config.TrainerKind;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;
import org.penstock.row.Task;
import org.penstock.scoring.Scorer;

/**
 * What models make of a level that no train row had, of a missing one, and of a missing number: the
 * home of levels a, b, c and never, whose c says yes; and a number that says yes where it is large,
 * and when it is missing.
 */
class MissingAndUnseenTest {

  private static final double A = 0;
  private static final double B = 1;
  private static final double C = 2;
  private static final double NEVER = 3;
  private static final double MISSING = Double.NaN;

  private static final List<Column> FEATURES =
      List.of(
          Tables.column("home", Kind.CATEGORY, List.of("a", "b", "c", "never"), Role.FEATURE),
          Tables.column("size", Kind.DOUBLE, List.of(), Role.FEATURE));

  @ParameterizedTest
  @EnumSource(names = {"LOGISTIC", "BOOSTING", "FOREST"})
  void anUnseenLevelIsNeitherMissingNorAnyOther(TrainerKind kind) {
    Scorer scorer = learn(kind, new InputSettings(), homes(true));

    double never = scorer.probability(new double[] {NEVER, 0}, 1);
    double missing = scorer.probability(new double[] {MISSING, 0}, 1);
    double yes = scorer.probability(new double[] {C, 0}, 1);

    assertNotEquals(missing, never);
    assertTrue(missing > yes, "missing says yes most often: %s, c %s".formatted(missing, yes));
    assertTrue(never < yes, "unseen %s is less than c %s".formatted(never, yes));
  }

  /** Nobody knows what missing means if it never was: it adds nothing, and is no accident. */
  @Test
  void whatWasNeverMissingAddsNothingToALinearModel() {
    Scorer scorer = learn(TrainerKind.LOGISTIC, new InputSettings(), homes(false));

    double missing = scorer.output(new double[] {MISSING, 0}, 0);
    double never = scorer.output(new double[] {NEVER, 0}, 0);

    assertEquals(never, missing);
    assertTrue(scorer.output(new double[] {A, 0}, 0) < missing);
    assertTrue(scorer.output(new double[] {C, 0}, 0) > missing);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGISTIC", "BOOSTING", "FOREST"})
  void aMissingNumberIsAStateOfItsOwn(TrainerKind kind) {
    Scorer scorer = learn(kind, new InputSettings(), homes(true));

    double missing = scorer.probability(new double[] {B, MISSING}, 1);

    assertTrue(missing > scorer.probability(new double[] {B, 0}, 1), "more than the middle");
  }

  @ParameterizedTest
  @CsvSource({
    "LOGISTIC, ZERO, 0", "BOOSTING, ZERO, 0", "FOREST, ZERO, 0",
    "LOGISTIC, MEDIAN, median", "BOOSTING, MEDIAN, median", "FOREST, MEDIAN, median",
    "LOGISTIC, MEAN, mean", "BOOSTING, MEAN, mean", "FOREST, MEAN, mean",
  })
  void aMissingNumberIsWhatStandsForIt(TrainerKind kind, Missing missing, String fill) {
    Examples examples = homes(true);
    double[] present =
        Arrays.stream(examples.values()[1]).filter(x -> !Double.isNaN(x)).sorted().toArray();
    double stands =
        switch (fill) {
          case "median" -> (present[(present.length - 1) / 2] + present[present.length / 2]) / 2;
          case "mean" -> Arrays.stream(present).average().orElseThrow();
          default -> 0;
        };

    Scorer scorer = learn(kind, new InputSettings(List.of(), missing, Map.of()), examples);

    assertEquals(
        scorer.probability(new double[] {B, stands}, 1),
        scorer.probability(new double[] {B, MISSING}, 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGISTIC", "BOOSTING", "FOREST"})
  void aNumberOfTheSettingsStandsForAMissingOne(TrainerKind kind) {
    var settings = new InputSettings(List.of(), Missing.OWN, Map.of("size", 1.75));

    Scorer scorer = learn(kind, settings, homes(true));

    assertEquals(
        scorer.probability(new double[] {B, 1.75}, 1),
        scorer.probability(new double[] {B, MISSING}, 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGISTIC", "BOOSTING", "FOREST"})
  void whatACandidateDoesNotSeeChangesNothing(TrainerKind kind) {
    var settings = new InputSettings(List.of("size"), Missing.OWN, Map.of());

    Scorer scorer = learn(kind, settings, homes(true));

    double expected = scorer.probability(new double[] {A, 1}, 1);
    for (double home : new double[] {B, C, NEVER, MISSING}) {
      assertEquals(expected, scorer.probability(new double[] {home, 1}, 1));
    }
    assertNotEquals(expected, scorer.probability(new double[] {A, -2}, 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGISTIC", "BOOSTING", "FOREST"})
  void aColumnOfAllMissingIsLearntFromWithoutHarm(TrainerKind kind) {
    Examples examples = homes(true);
    double[] nothing = new double[examples.rows()];
    Arrays.fill(nothing, MISSING);
    Examples bare =
        new Examples(
            FEATURES,
            new double[][] {examples.values()[0], nothing},
            examples.label(),
            examples.labels(),
            examples.weights());

    Scorer scorer = learn(kind, new InputSettings(), bare);

    assertTrue(
        scorer.probability(new double[] {C, MISSING}, 1)
            > scorer.probability(new double[] {A, MISSING}, 1));
    assertEquals(
        scorer.probability(new double[] {C, 5}, 1), scorer.probability(new double[] {C, -5}, 1));
  }

  private static Scorer learn(TrainerKind kind, InputSettings inputs, Examples examples) {
    Candidate candidate =
        new Candidate(
            "one",
            kind,
            Resample.NONE,
            Objective.SQUARED_ERROR,
            Optional.empty(),
            inputs,
            List.of(),
            MeanOf.PREDICTIONS,
            kind == TrainerKind.LOGISTIC ? Map.of() : Map.of("trees", List.of(20.0)));
    return new Recipe(
            candidate, Task.BINARY, Grid.of(candidate, 1, 7).getFirst(), ClassWeights.NONE, 7)
        .train(examples, 1)
        .scorer();
  }

  /** {@code missing}: whether homes and numbers are missing at times, which says yes. */
  private static Examples homes(boolean missing) {
    Random random = new Random(11);
    int rows = 4_000;
    double[][] values = new double[2][rows];
    double[] labels = new double[rows];
    for (int row = 0; row < rows; row++) {
      boolean lost = missing && random.nextInt(5) == 0;
      boolean unmeasured = missing && random.nextInt(5) == 0;
      values[0][row] = lost ? MISSING : random.nextInt(3);
      values[1][row] = unmeasured ? MISSING : 0.25 + random.nextGaussian();
      double odds =
          (lost ? 3 : values[0][row] == C ? 1 : -1.5) + (unmeasured ? 1.5 : values[1][row]) - 1;
      labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
    }
    return new Examples(
        FEATURES,
        values,
        Tables.column("bought", Kind.BOOLEAN, List.of(), Role.LABEL),
        labels,
        Examples.ones(rows));
  }
}
