package org.penstock.approval;

import java.util.Locale;

/** What a person says of a model. */
public enum Verdict {
  APPROVED,
  REJECTED;

  /** Returns the word of files and messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Verdict parse(String word) {
    for (Verdict verdict : values()) {
      if (verdict.word().equals(word)) {
        return verdict;
      }
    }

    throw new IllegalArgumentException(
        "The verdict is '%s', expected 'approved' or 'rejected'".formatted(word));
  }
}
