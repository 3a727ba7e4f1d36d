package org.penstock.workflow;

import java.util.Map;
import java.util.Optional;

/** Sees a run go by and answers for people. Never called by two threads at once. */
public interface RunListener {

  /**
   * A node has changed; {@code state} holds it and is worth keeping, since a run resumes from it.
   */
  void changed(RunState state, NodeState node);

  /** The run has ended, is suspended, or was interrupted. */
  default void ended(RunState state) {}

  /**
   * A suspend node is reached.
   *
   * @return its supplied outputs, after which the run goes on; outputs that are left out take their
   *     defaults. Empty: the node stays suspended
   */
  default Optional<Map<String, String>> suspended(RunState state, NodeState node) {
    return Optional.empty();
  }
}
