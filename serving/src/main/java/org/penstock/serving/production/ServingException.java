package org.penstock.serving.production;

import java.util.List;

/** The service cannot start; every reason that was found, and the exit code of the process. */
public final class ServingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of thing is wrong, which decides whether trying again may help. */
  public enum Kind {
    /** An artifact is missing, damaged, or not what it should be. */
    ARTIFACT(66),
    /** The storage or the network failed, which may pass. */
    STORAGE(75),
    /** A person has to change something: nothing deployed, no valid approval, a port in use. */
    CONFIGURATION(78);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /** Returns the exit code of a process that ends for this. */
    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;
  private final transient List<String> problems;

  /**
   * @param problems one sentence each, at least one
   */
  public ServingException(Kind kind, List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.kind = kind;
    this.problems = List.copyOf(problems);
  }

  /**
   * @param problem one sentence
   */
  public ServingException(Kind kind, String problem, Throwable cause) {
    super(problem, cause);
    this.kind = kind;
    this.problems = List.of(problem);
  }

  /** Returns what kind of thing is wrong. */
  public Kind kind() {
    return kind;
  }

  /** Returns every reason, one sentence each. */
  public List<String> problems() {
    return problems;
  }
}
