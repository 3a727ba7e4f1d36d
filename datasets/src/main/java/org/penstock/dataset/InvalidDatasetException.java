package org.penstock.dataset;

import java.util.List;

/** The rows cannot be learnt from or judged on; the data has to change, not the program. */
public final class InvalidDatasetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param problems one sentence each, at least one
   */
  public InvalidDatasetException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  InvalidDatasetException(String problem) {
    this(List.of(problem));
  }

  /** Returns everything that is wrong, not only the first thing. */
  public List<String> problems() {
    return problems;
  }
}
