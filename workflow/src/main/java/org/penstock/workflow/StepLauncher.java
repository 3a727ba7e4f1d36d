package org.penstock.workflow;

import java.io.IOException;

/** Runs a program to its end. May be called by several threads at once. */
public interface StepLauncher {

  /**
   * Returns the exit code; the files of the output parameters are written by then.
   *
   * @throws IOException if the program could not be run; Argo's status {@code Error}
   * @throws InterruptedException if the thread was interrupted; the program has ended
   */
  int launch(Invocation invocation) throws IOException, InterruptedException;
}
