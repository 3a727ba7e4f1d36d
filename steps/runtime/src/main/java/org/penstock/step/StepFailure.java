package org.penstock.step;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A step cannot do its work, for a reason that a person can mend or a retry may pass. */
public final class StepFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  /**
   * @param exitCode who can mend it
   * @param problems at least one sentence, all that is known to be wrong
   */
  public StepFailure(ExitCode exitCode, List<String> problems) {
    this(exitCode, problems, null);
  }

  /**
   * @param exitCode who can mend it
   * @param problem a sentence
   * @param cause what was caught, or null
   */
  public StepFailure(ExitCode exitCode, String problem, Throwable cause) {
    this(exitCode, List.of(problem), cause);
  }

  private StepFailure(ExitCode exitCode, List<String> problems, Throwable cause) {
    super(String.join("\n", problems), cause);
    this.exitCode = requireNonNull(exitCode, "exitCode");
  }

  /** Returns how the process ends. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
