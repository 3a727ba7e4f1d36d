package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;

/**
 * One of the averages, or slopes, by cell that the trainer {@code cells} adds up.
 *
 * @param by features whose values together name a cell, at least one; categories or whole numbers
 * @param of feature whose slope is fitted in each cell; empty: the average is
 * @param shrinkage as if so many rows that say nothing had fallen into every cell
 */
public record CellsTerm(List<String> by, @Default("''") String of, @Default("5") double shrinkage) {

  public CellsTerm {
    by = List.copyOf(by);
    requireNonNull(of, "of");
    var problems = new Violations();
    problems.check(!by.isEmpty(), "by", "expected at least one feature");
    problems.check(
        new HashSet<>(by).size() == by.size(), "by", "expected each feature once, got %s", by);
    problems.check(
        shrinkage >= 0 && Double.isFinite(shrinkage),
        "shrinkage",
        "expected a finite number, at least 0, got %s",
        shrinkage);
    problems.throwIfAny();
  }
}
