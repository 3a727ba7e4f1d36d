package org.penstock.approve;

import org.penstock.step.Step;
import org.penstock.step.StepMain;

/** The approve step as a process. */
public final class ApproveMain {

  private ApproveMain() {}

  public static void main(String[] args) {
    StepMain.exit(step(), args);
  }

  /** Returns the step. */
  public static Step<?> step() {
    return new ApproveStep();
  }
}
