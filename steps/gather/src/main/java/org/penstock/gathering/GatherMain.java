package org.penstock.gathering;

import java.util.UUID;
import org.penstock.step.Step;
import org.penstock.step.StepMain;

/** The process of the gather step. */
public final class GatherMain {

  private GatherMain() {}

  /** Returns the step, for a runner that shares its process. */
  public static Step<?> step() {
    return new GatherStep(Thread::sleep, "gatherer-" + UUID.randomUUID());
  }

  /** Runs the step with flags; see {@code --help}. */
  public static void main(String[] args) {
    StepMain.exit(step(), args);
  }
}
