package org.penstock.workflow;

/** Where a run stands. */
public enum RunPhase {
  /** Somebody executes it. */
  RUNNING,
  /** Nothing can go on until a person answers. */
  SUSPENDED,
  /** It was stopped and can be resumed. */
  INTERRUPTED,
  /** Every branch came to a good end. */
  SUCCEEDED,
  /** A branch did not; it can be resumed, which runs what failed once more. */
  FAILED
}
