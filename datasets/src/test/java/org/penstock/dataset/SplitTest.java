package org.penstock.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.row.Kind;
import org.penstock.row.Role;

class SplitTest {

  private static final SplitSettings ENTITY = settings(By.ENTITY, "");

  @ParameterizedTest
  @EnumSource(value = By.class, mode = EnumSource.Mode.EXCLUDE, names = "GIVEN")
  void everyRowIsOnExactlyOneSide(By by) {
    Dataset dataset = people();

    Split split = Split.of(dataset, settings(by, by == By.RANDOM ? "a test" : ""), 1);

    int[] all = new int[dataset.rows()];
    Arrays.stream(split.train()).forEach(row -> all[row]++);
    Arrays.stream(split.test()).forEach(row -> all[row]++);
    assertTrue(Arrays.stream(all).allMatch(times -> times == 1));
  }

  @ParameterizedTest
  @EnumSource(value = By.class, mode = EnumSource.Mode.EXCLUDE, names = "GIVEN")
  void theTestSplitHasAboutItsShare(By by) {
    Dataset dataset = people();

    Split split = Split.of(dataset, settings(by, by == By.RANDOM ? "a test" : ""), 1);

    assertEquals(0.3, (double) split.test().length / dataset.rows(), 0.05);
  }

  @Test
  void keepsEntitiesTogether() {
    Dataset dataset = people();

    Split split = Split.of(dataset, ENTITY, 1);

    assertTrue(disjoint(dataset.entities(), split));
  }

  @Test
  void keepsGroupsTogether() {
    Dataset dataset = people();

    Split split = Split.of(dataset, settings(By.GROUP, ""), 1);

    assertTrue(disjoint(dataset.groups(), split));
  }

  @Test
  void aSplitByEntityMaySeparateAGroup() {
    Dataset dataset = people();

    Split split = Split.of(dataset, ENTITY, 1);

    assertFalse(disjoint(dataset.groups(), split));
  }

  @Test
  void equalSeedsGiveEqualSplits() {
    assertArrayEquals(Split.of(people(), ENTITY, 1).test(), Split.of(people(), ENTITY, 1).test());
  }

  @Test
  void otherSeedsGiveOtherSplits() {
    assertFalse(
        Arrays.equals(Split.of(people(), ENTITY, 1).test(), Split.of(people(), ENTITY, 2).test()));
  }

  @Test
  void rowsAddedLaterMoveNobody() {
    Dataset later = Tables.ofEntities(4000, 4).dataset();
    Dataset earlier = Tables.ofEntities(2000, 4).dataset();

    int[] test = Split.of(later, ENTITY, 1).test();

    assertArrayEquals(
        Split.of(earlier, ENTITY, 1).test(),
        Arrays.stream(test).filter(row -> row < 2000).toArray());
  }

  @Test
  void aMomentIsNotDividedByTime() {
    Dataset dataset =
        Tables.learnable(100)
            .with("day", Kind.DATE, Tables.longs(100, row -> row / 25), Role.EVENT_TIME)
            .dataset();

    Split split = Split.of(dataset, settings(By.TIME, ""), 1);

    assertEquals(50, split.train().length);
    assertEquals(50, split.test()[0]);
  }

  @Test
  void theTestSplitIsTheLatest() {
    Dataset dataset =
        Tables.learnable(100)
            .with("day", Kind.DATE, Tables.longs(100, row -> -row), Role.EVENT_TIME)
            .dataset();

    Split split = Split.of(dataset, settings(By.TIME, ""), 1);

    assertEquals(29, split.test()[29]);
    assertEquals(30, split.test().length);
  }

  @Test
  void aSplitByTimeNeedsTimes() {
    assertProblem(
        "A split by time needs a column of role EVENT_TIME, and the table has none",
        Tables.learnable(100).dataset(),
        settings(By.TIME, ""));
  }

  @Test
  void refusesARandomSplitOfEntities() {
    assertProblem(
        "A random split puts rows of one entity on both sides, so that the model is judged on what"
            + " it has seen: 100 rows belong to 25 entities. Split by entity, group or time; or"
            + " say why it is right here in split.forced-because",
        Tables.ofEntities(100, 4).dataset(),
        settings(By.RANDOM, " "));
  }

  @Test
  void withoutEntitiesARandomSplitNeedsNoReason() {
    Split split = Split.of(Tables.learnable(100).dataset(), settings(By.RANDOM, ""), 1);

    assertEquals(100, split.train().length + split.test().length);
  }

  @Test
  void oneEntityCannotBeSplit() {
    assertProblem(
        "The test split by entity is empty: the 100 rows have 1 entity(s)",
        Tables.ofEntities(100, 100).dataset(),
        ENTITY);
  }

  @Test
  void tooFewOfAClassAreNothingToJudgeBy() {
    assertProblem(
        "The test split by entity has 1 positive and 6 negative labels 'status', expected at"
            + " least 5 of each",
        Tables.ofEntities(30, 1).dataset(),
        ENTITY);
  }

  private static void assertProblem(String message, Dataset dataset, SplitSettings settings) {
    var thrown = assertThrows(InvalidDatasetException.class, () -> Split.of(dataset, settings, 1));

    assertEquals(message, thrown.getMessage());
  }

  /** Four rows an entity, three entities a group, in rows of one day each. */
  private static Dataset people() {
    return Tables.ofEntities(6000, 4)
        .with("born", Tables.longs(6000, row -> row / 12), Role.GROUP)
        .with("day", Kind.DATE, Tables.longs(6000, row -> row), Role.EVENT_TIME)
        .dataset();
  }

  private static boolean disjoint(long[] keys, Split split) {
    Set<Long> trained =
        Arrays.stream(split.train()).mapToObj(row -> keys[row]).collect(Collectors.toSet());
    return Arrays.stream(split.test()).noneMatch(row -> trained.contains(keys[row]));
  }

  private static SplitSettings settings(By by, String forcedBecause) {
    return new SplitSettings(by, by == By.GROUP ? List.of("born") : List.of(), 0.3, forcedBecause);
  }
}
