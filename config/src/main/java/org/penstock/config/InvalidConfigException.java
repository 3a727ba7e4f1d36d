package org.penstock.config;

import java.io.Serial;
import java.util.List;

/** A configuration is wrong and a person must change it: every problem found, not the first. */
public final class InvalidConfigException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param problems one sentence each, naming file, line and path where there are any; at least one
   */
  public InvalidConfigException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("An invalid configuration has at least one problem");
    }
    this.problems = List.copyOf(problems);
  }

  /** Returns the problems in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
