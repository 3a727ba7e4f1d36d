package org.penstock.step;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a step made and found.
 *
 * @param artifacts output name to file, in the scratch directory of the step
 * @param parameters output name to a short text that later steps or people read
 * @param rows how many rows the step worked on, for the table at the end of a run
 * @param seed of the random choices, if the step made any
 */
public record StepReport(
    SortedMap<String, Produced> artifacts,
    SortedMap<String, String> parameters,
    OptionalLong rows,
    OptionalLong seed) {

  public StepReport {
    artifacts = Collections.unmodifiableSortedMap(new TreeMap<>(artifacts));
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    for (String name : artifacts.keySet()) {
      if (parameters.containsKey(name)) {
        throw new IllegalArgumentException(
            "Output '%s' is both an artifact and a parameter".formatted(name));
      }
    }
  }

  /** Returns a report of a step that worked on {@code rows} rows. */
  public static StepReport of(
      Map<String, Produced> artifacts, Map<String, String> parameters, long rows) {
    return new StepReport(
        new TreeMap<>(artifacts),
        new TreeMap<>(parameters),
        OptionalLong.of(rows),
        OptionalLong.empty());
  }

  /** Returns this report of a step whose random choices came from {@code seed}. */
  public StepReport withSeed(long seed) {
    return new StepReport(artifacts, parameters, rows, OptionalLong.of(seed));
  }
}
