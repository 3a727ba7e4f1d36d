package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An output parameter of a template.
 *
 * @param name unique among the outputs
 * @param path the file of the container that holds it; empty: whoever resumes supplies it
 * @param value what it is ({@code default}) when the task is skipped, or nobody supplies it
 */
public record Output(String name, Optional<String> path, Optional<String> value) {

  /** Where containers write their outputs; mapped to a directory of each node here. */
  static final String DIRECTORY = "/tmp/outputs";

  public Output {
    requireNonNull(name, "name");
    requireNonNull(path, "path");
    requireNonNull(value, "value");
  }

  static boolean isInDirectory(String path) {
    return path.matches(DIRECTORY + "/[A-Za-z0-9_][A-Za-z0-9._-]*");
  }
}
