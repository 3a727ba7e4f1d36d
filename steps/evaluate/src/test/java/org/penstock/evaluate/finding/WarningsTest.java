package org.penstock.evaluate.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.dataset.SharedGroups;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

class WarningsTest {

  private static final SharedGroups ALONE = new SharedGroups(1000, 1000, 0, 1);

  @Test
  void warnsOfEntitiesThatShareTheirAttributes() {
    List<String> warnings =
        new Warnings()
            .rows(
                rows(4000, new SharedGroups(36457, 9728, 33320, 51)),
                new SplitSettings(By.GROUP, List.of("a", "b", "c", "d"), 0.3, ""),
                Optional.of("id"))
            .all();

    assertEquals(
        List.of(
            "36,457 values of 'id' are only 9,728 groups that differ in any of the 4 columns of"
                + " split.group: 33,320 of them share all of these with another, up to 51 in one"
                + " group. What looks like several may be one, so a split by 'id' alone puts the"
                + " same on both sides."),
        warnings);
  }

  @Test
  void warnsOfRowsThatAreEqual() {
    List<String> warnings =
        new Warnings()
            .rows(
                rows(812, new SharedGroups(10_000, 3_475, 8_329, 33)),
                new SplitSettings(By.GROUP, List.of("a", "b", "c", "d", "e"), 0.3, ""),
                Optional.empty())
            .all();

    assertEquals(
        List.of(
            "10,000 rows are only 3,475 groups that differ in any of the 5 columns of split.group:"
                + " 8,329 of them share all of these with another, up to 33 in one group. What looks"
                + " like several may be one, so a split by row alone puts the same on both sides."),
        warnings);
  }

  @Test
  void repeatsWhyARandomSplitWasForced() {
    List<String> warnings =
        new Warnings()
            .rows(
                rows(4000, ALONE),
                new SplitSettings(By.RANDOM, List.of(), 0.3, "to compare with the notebook"),
                Optional.of("id"))
            .all();

    assertEquals(
        List.of(
            "The split is random although rows share entities, forced because: to compare with the"
                + " notebook. The metrics are better than what unseen entities will show."),
        warnings);
  }

  @ParameterizedTest
  @CsvSource({"99, 1", "100, 0"})
  void warnsOfFewPositives(long positives, int warnings) {
    assertEquals(warnings, new Warnings().positives(rows(positives, ALONE)).all().size());
  }

  @ParameterizedTest
  @CsvSource({
    "0.02, 0.02, 0",
    "0.0159, 0.02, 1",
    "0.0161, 0.02, 0",
    "0.0241, 0.02, 1",
    "NaN, 0.02, 1"
  })
  void warnsOfProbabilitiesThatAreNoFrequencies(double mean, double baseRate, int warnings) {
    assertEquals(warnings, new Warnings().calibration(mean, baseRate).all().size());
  }

  @ParameterizedTest
  @CsvSource({"0.69, 1", "0.70, 0", "NaN, 0"})
  void warnsOfASliceThatIsWorseBeyondDoubt(double upper, int warnings) {
    Slice slice = new Slice("sex", "F", 500, 0.02, 0.02, metrics(new Estimate(0.6, 0.5, upper)));

    assertEquals(warnings, new Warnings().slices(List.of(slice), Metric.AUC, 0.7).all().size());
  }

  @ParameterizedTest
  @CsvSource({"0.001, 1", "0, 0", "-0.1, 0"})
  void warnsOfACandidateThatIsBetterBeyondDoubt(double lower, int warnings) {
    Contender candidate =
        new Contender(
            "group",
            "forest",
            500,
            metrics(new Estimate(0.7, 0.6, 0.8)),
            Optional.of(metrics(new Estimate(0.1, lower, 0.2))));

    assertEquals(warnings, new Warnings().candidates(List.of(candidate), Metric.AUC).all().size());
  }

  private static RowCounts rows(long positives, SharedGroups shared) {
    return new RowCounts(
        70000, List.of(68600L, 1400L), 30000, List.of(30000 - positives, positives), 900, shared);
  }

  private static Map<Metric, Estimate> metrics(Estimate auc) {
    Map<Metric, Estimate> metrics = new EnumMap<>(Metric.class);
    metrics.put(Metric.AUC, auc);
    return metrics;
  }
}
