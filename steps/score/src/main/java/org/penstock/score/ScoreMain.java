package org.penstock.score;

import org.penstock.step.Step;
import org.penstock.step.StepMain;

/** The score step as a process. */
public final class ScoreMain {

  private ScoreMain() {}

  public static void main(String[] args) {
    StepMain.exit(step(), args);
  }

  /** Returns the step. */
  public static Step<?> step() {
    return new ScoreStep();
  }
}
