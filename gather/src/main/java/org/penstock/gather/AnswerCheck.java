package org.penstock.gather;

import java.util.Optional;

/** Knows whether a body answers what was asked. */
@FunctionalInterface
public interface AnswerCheck {

  /**
   * Returns what is wrong with {@code body} as the answer of {@code key}, as a clause, or empty.
   */
  Optional<String> problem(String key, String body);
}
