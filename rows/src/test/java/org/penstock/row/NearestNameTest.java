package org.penstock.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

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
}
