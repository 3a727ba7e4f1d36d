package org.penstock.upload;

import java.util.UUID;
import org.penstock.step.Step;
import org.penstock.step.StepMain;

/** The process of the upload step. */
public final class UploadMain {

  private UploadMain() {}

  /** Returns the step, for a runner that shares its process. */
  public static Step<?> step() {
    return new UploadStep(Thread::sleep, "uploader-" + UUID.randomUUID());
  }

  /** Runs the step with flags; see {@code --help}. */
  public static void main(String[] args) {
    StepMain.exit(step(), args);
  }
}
