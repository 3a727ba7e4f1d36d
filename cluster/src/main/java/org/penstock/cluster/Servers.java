package org.penstock.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The servers of a project: pods of one Kubernetes Deployment, all told what to serve. */
public interface Servers {

  /**
   * Returns how they stand.
   *
   * @throws org.penstock.step.StepFailure if there are none of this name, or they may not be seen
   * @throws IOException if the API server does not answer
   */
  ServersState state() throws IOException;

  /**
   * Tells them what to serve; pods that serve something else are replaced, a few at a time.
   *
   * @param deployment digest; empty: what the alias names, as it moves
   * @param previous what to go back to, written down beside it in the same change
   */
  void serve(Optional<String> deployment, Optional<String> previous) throws IOException;

  /** Returns why pods are not ready, in sentences, as far as that may be seen. */
  List<String> troubles();
}
