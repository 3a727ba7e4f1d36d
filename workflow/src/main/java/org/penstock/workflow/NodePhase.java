package org.penstock.workflow;

/** Where a node stands, in the words of Argo. */
public enum NodePhase {
  /** It waits for others. */
  PENDING,
  /** Its program runs. */
  RUNNING,
  /** It waits for a person. */
  SUSPENDED,
  /** Done. */
  SUCCEEDED,
  /** Its program ended with another exit code than 0. */
  FAILED,
  /** Its program could not be run, or its outputs are missing. */
  ERROR,
  /** Its {@code when} is false. */
  SKIPPED,
  /** Its {@code depends} is false. */
  OMITTED;

  /** Returns whether nothing more happens to the node. */
  public boolean isFinished() {
    return switch (this) {
      case PENDING, RUNNING, SUSPENDED -> false;
      case SUCCEEDED, FAILED, ERROR, SKIPPED, OMITTED -> true;
    };
  }
}
