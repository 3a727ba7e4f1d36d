package org.penstock.serving.request;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What to score of a request.
 *
 * @param examples in the order in which they are answered
 * @param repaired what was put right before, where records are rows that belong together
 */
public record Examples(List<Example> examples, Optional<Repaired> repaired) {

  public Examples {
    examples = List.copyOf(examples);
    requireNonNull(repaired, "repaired");
  }

  static Examples of(List<Example> examples) {
    return new Examples(examples, Optional.empty());
  }
}
