package org.penstock.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.penstock.artifact.InvalidArtifactException;
import org.penstock.artifact.InvalidStoreException;
import org.penstock.config.InvalidConfigException;

/** How a step ended, as its process tells the engine that started it. */
public enum ExitCode {
  /** The step is done; a rejection is a result and ends like this too. */
  DONE(0),
  /** A mistake of ours. */
  BUG(1),
  /** The data breaks its contract. */
  DATA(65),
  /** An input is missing, or its digest is another one. */
  INPUT(66),
  /** Storage or network failed; worth a retry. */
  TEMPORARY(75),
  /** The configuration is wrong. */
  CONFIG(78);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** Returns the status of the process. */
  public int code() {
    return code;
  }

  /** Returns what {@code failure} means for whoever started the work. */
  public static ExitCode of(Throwable failure) {
    return switch (failure) {
      case StepFailure step -> step.exitCode();
      case InvalidConfigException _, InvalidStoreException _ -> CONFIG;
      case InvalidArtifactException _ -> INPUT;
      case IOException _, UncheckedIOException _, InterruptedException _ -> TEMPORARY;
      default -> BUG;
    };
  }
}
