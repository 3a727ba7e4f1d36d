package org.penstock.config;

import java.util.HashSet;
import java.util.List;

/**
 * What the evaluation computes beside the metrics.
 *
 * @param bootstrap resamples, by group, behind each interval; at least 20
 * @param confidence of the intervals, in (0, 1)
 * @param slices columns whose every level is judged on its own
 */
public record EvaluateSettings(
    @Default("200") int bootstrap,
    @Default("0.95") double confidence,
    @Default("[]") List<String> slices) {

  public EvaluateSettings {
    slices = List.copyOf(slices);
    var problems = new Violations();
    problems.check(bootstrap >= 20, "bootstrap", "expected at least 20, got %d", bootstrap);
    problems.check(
        confidence > 0 && confidence < 1,
        "confidence",
        "expected a number in (0, 1), got %s",
        confidence);
    problems.check(
        new HashSet<>(slices).size() == slices.size(),
        "slices",
        "expected each column once, got %s",
        slices);
    problems.throwIfAny();
  }
}
