package org.penstock.model;

/** Is told how far a training is. */
@FunctionalInterface
public interface Watcher {

  /**
   * Tells that {@code done} of {@code total} models are trained; called by one thread at a time.
   *
   * @param done from 0 to {@code total}
   */
  void trained(int done, int total);
}
