package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An input of a workflow or of a template.
 *
 * @param name unique among the inputs
 * @param value what it is when nothing is given: Argo's {@code value} or else its {@code default};
 *     empty: something must be given
 * @param allowed the only texts it may be ({@code enum}); empty: any
 * @param description for people, may be empty
 */
public record Parameter(
    String name, Optional<String> value, List<String> allowed, String description) {

  public Parameter {
    requireNonNull(name, "name");
    requireNonNull(value, "value");
    requireNonNull(description, "description");
    allowed = List.copyOf(allowed);
  }

  Parameter withValue(Optional<String> other) {
    return new Parameter(name, other, allowed, description);
  }

  /** Returns whether {@code text} may be its value; what is absent is not refused here. */
  boolean allows(Optional<String> text) {
    return allowed.isEmpty() || text.isEmpty() || allowed.contains(text.get());
  }
}
