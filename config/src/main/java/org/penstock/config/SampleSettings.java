package org.penstock.config;

/**
 * The generated rows on which a project runs when no data is given.
 *
 * @param seed equal seeds give equal rows
 * @param entities how many entities the sample has, at least 1
 */
public record SampleSettings(@Default("7") long seed, @Default("3000") int entities) {

  public SampleSettings {
    var problems = new Violations();
    problems.check(entities >= 1, "entities", "expected at least 1, got %d", entities);
    problems.throwIfAny();
  }
}
