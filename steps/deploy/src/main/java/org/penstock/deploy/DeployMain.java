package org.penstock.deploy;

import org.penstock.step.Step;
import org.penstock.step.StepMain;

/** The deploy step as a process. */
public final class DeployMain {

  private DeployMain() {}

  public static void main(String[] args) {
    StepMain.exit(step(), args);
  }

  /** Returns the step. */
  public static Step<?> step() {
    return new DeployStep();
  }
}
