package org.penstock.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskTest {

  @Test
  void theKindOfTheLabelDecides() {
    assertEquals(Task.BINARY, Task.of(label(Kind.BOOLEAN)));
    assertEquals(Task.BINARY, Task.of(label(Kind.CATEGORY, "no", "yes")));
    assertEquals(Task.CLASSES, Task.of(label(Kind.CATEGORY, "off", "idle", "load")));
    assertEquals(Task.NUMBER, Task.of(label(Kind.INT)));
    assertEquals(Task.NUMBER, Task.of(label(Kind.LONG)));
    assertEquals(Task.NUMBER, Task.of(label(Kind.DOUBLE)));
  }

  @Test
  void aModelSaysAProbabilityALabelOnlyOfSeveral() {
    assertEquals(1, Task.BINARY.width(2));
    assertEquals(5, Task.CLASSES.width(5));
    assertEquals(1, Task.NUMBER.width(0));
  }

  @Test
  void labelsAreInCodeOrder() {
    assertEquals(List.of("false", "true"), Task.labels(label(Kind.BOOLEAN)));
    assertEquals(List.of("b", "a"), Task.labels(label(Kind.CATEGORY, "b", "a")));
    assertEquals(List.of(), Task.labels(label(Kind.DOUBLE)));
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "DATE", "TIMESTAMP"})
  void refusesWhatIsNeitherClassNorNumber(Kind kind) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> Task.of(label(kind)));

    assertEquals(
        "Label 'answer' is of kind %s, expected a boolean, a category or a number".formatted(kind),
        thrown.getMessage());
  }

  @Test
  void refusesACategoryOfOneLevel() {
    var thrown =
        assertThrows(IllegalArgumentException.class, () -> Task.of(label(Kind.CATEGORY, "always")));

    assertEquals("One label alone is nothing to tell: [always]", thrown.getMessage());
  }

  private static Column label(Kind kind, String... levels) {
    return new Column("answer", kind, false, List.of(levels), 0, 1, Set.of(Role.LABEL), false, "");
  }
}
