package org.penstock.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> KEYS = List.of("max-depth", "trees", "rate", "l2");

  private final List<String> known = List.of("loan_id", "id", "max_depth", "status");

  @ParameterizedTest
  @CsvSource({
    "max_depht, max_depth",
    "max-depth, max_depth",
    "MAX_DEPTH, max_depth",
    "STATUS, status",
    "loanid, loan_id",
    "ids, id"
  })
  void findsWhatWasMeant(String name, String expected) {
    assertEquals(Optional.of(expected), NearestName.of(name, known));
  }

  @ParameterizedTest
  @CsvSource({"colour", "xy", "maximum"})
  void findsNothingNear(String name) {
    assertEquals(Optional.empty(), NearestName.of(name, known));
  }

  @Test
  void listsTheKnownNamesIfNoneIsNear() {
    assertEquals(
        "Unknown column 'colour'; known: [a, b]",
        NearestName.unknown("column", "colour", List.of("a", "b")));
  }

  @ParameterizedTest
  @CsvSource({
    "max-depht, max-depth",
    "maxdepth, max-depth",
    "tree, trees",
    "rte, rate",
    "l1, l2",
    "maximal-depth, max-depth",
  })
  void findsWhatSomebodyHadInMindOfKeys(String typed, String meant) {
    assertEquals(Optional.of(meant), NearestName.of(typed, KEYS));
  }

  @ParameterizedTest
  @CsvSource({"seed", "xy", "''", "depth"})
  void findsNothingWhereNoKeyIsNear(String typed) {
    assertEquals(Optional.empty(), NearestName.of(typed, KEYS));
  }

  @Test
  void prefersTheFirstInTheAlphabetOfEquallyNear() {
    assertEquals(Optional.of("rata"), NearestName.of("rat", List.of("rate", "rata")));
  }

  @Test
  void listsWhatIsKnownWhereNothingIsNear() {
    assertEquals("; known: [l2, max-depth, rate, trees]", NearestName.hint("seed", KEYS));
    assertEquals("; did you mean 'trees'?", NearestName.hint("tress", KEYS));
  }
}
