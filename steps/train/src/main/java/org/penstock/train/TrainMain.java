package org.penstock.train;

import org.penstock.step.Step;
import org.penstock.step.StepMain;

/** The process of the train step. */
public final class TrainMain {

  private TrainMain() {}

  /** Returns the step, for a runner that shares its process. */
  public static Step<?> step() {
    return new TrainStep();
  }

  /** Runs the step with flags; see {@code --help}. */
  public static void main(String[] args) {
    StepMain.exit(step(), args);
  }
}
