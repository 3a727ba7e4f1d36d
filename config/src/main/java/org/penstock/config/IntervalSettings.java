package org.penstock.config;

import static java.util.Objects.requireNonNull;

/**
 * Intervals around predicted numbers, of the size that held the wanted part of the errors on rows
 * that the models of the search had not seen.
 *
 * @param confidence the part of all rows that should lie inside, in (0, 1)
 * @param by feature whose every value has intervals of its own size; empty: all have one
 */
public record IntervalSettings(@Default("0.9") double confidence, @Default("''") String by) {

  public IntervalSettings {
    var problems = new Violations();
    problems.check(
        confidence > 0 && confidence < 1,
        "confidence",
        "expected a number in (0, 1), got %s",
        confidence);
    problems.throwIfAny();
    requireNonNull(by, "by");
  }
}
