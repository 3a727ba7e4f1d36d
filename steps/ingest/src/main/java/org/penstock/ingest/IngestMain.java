package org.penstock.ingest;

import org.penstock.step.Step;
import org.penstock.step.StepMain;

/** The process of the ingest step. */
public final class IngestMain {

  private IngestMain() {}

  /** Returns the step, for a runner that shares its process. */
  public static Step<?> step() {
    return new IngestStep();
  }

  /** Runs the step with flags; see {@code --help}. */
  public static void main(String[] args) {
    StepMain.exit(step(), args);
  }
}
