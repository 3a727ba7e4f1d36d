package org.penstock.features;

import org.penstock.step.Step;
import org.penstock.step.StepMain;

/** The process of the features step. */
public final class FeaturesMain {

  private FeaturesMain() {}

  /** Returns the step, for a runner that shares its process. */
  public static Step<?> step() {
    return new FeaturesStep();
  }

  /** Runs the step with flags; see {@code --help}. */
  public static void main(String[] args) {
    StepMain.exit(step(), args);
  }
}
