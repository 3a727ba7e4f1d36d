package org.penstock.evaluate;

import org.penstock.step.Step;
import org.penstock.step.StepMain;

/** The process of the evaluate step. */
public final class EvaluateMain {

  private EvaluateMain() {}

  /** Returns the step, for a runner that has all steps in one process. */
  public static Step<?> step() {
    return new EvaluateStep();
  }

  /** Runs the step and ends the process. */
  public static void main(String[] args) {
    StepMain.exit(step(), args);
  }
}
