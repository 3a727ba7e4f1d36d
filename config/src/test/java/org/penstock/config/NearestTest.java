package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> KNOWN = List.of("max-depth", "trees", "rate", "l2");

  @ParameterizedTest
  @CsvSource({
    "max-depht, max-depth",
    "maxdepth, max-depth",
    "tree, trees",
    "rte, rate",
    "l1, l2",
    "maximal-depth, max-depth",
  })
  void findsWhatSomebodyHadInMind(String typed, String meant) {
    assertEquals(Optional.of(meant), Nearest.of(typed, KNOWN));
  }

  @ParameterizedTest
  @CsvSource({"seed", "xy", "''", "depth"})
  void findsNothingWhereNothingIsNear(String typed) {
    assertEquals(Optional.empty(), Nearest.of(typed, KNOWN));
  }

  @Test
  void prefersTheFirstInTheAlphabetOfEquallyNear() {
    assertEquals(Optional.of("rata"), Nearest.of("rat", List.of("rate", "rata")));
  }

  @Test
  void listsWhatIsKnownWhereNothingIsNear() {
    assertEquals("; known: [l2, max-depth, rate, trees]", Nearest.hint("seed", KNOWN));
    assertEquals("; did you mean 'trees'?", Nearest.hint("tress", KNOWN));
  }
}
