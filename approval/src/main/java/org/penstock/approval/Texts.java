package org.penstock.approval;

import static java.util.Objects.requireNonNull;

/** What a person may type into a record that others read in one line. */
final class Texts {

  private static final int MAX_LENGTH = 1000;

  private Texts() {}

  static void requireLine(String what, String text) {
    requireNonNull(text, what);
    if (text.isBlank() || !text.equals(text.strip())) {
      throw new IllegalArgumentException(
          "The %s must not be blank or have space around it, got '%s'".formatted(what, text));
    }

    if (text.length() > MAX_LENGTH || text.codePoints().anyMatch(Texts::breaksLine)) {
      throw new IllegalArgumentException(
          "The %s must be one line of at most %d characters".formatted(what, MAX_LENGTH));
    }
  }

  /** Control and formatting characters would let a name look like another one on a terminal. */
  private static boolean breaksLine(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
