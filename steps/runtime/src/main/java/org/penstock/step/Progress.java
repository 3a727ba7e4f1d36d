package org.penstock.step;

/** Where a step tells how far it is. */
@FunctionalInterface
public interface Progress {

  /**
   * Tells that {@code done} of {@code total} units of work are done; cheap enough to call for every
   * thousandth row.
   *
   * @param done at least 0
   * @param total at least {@code done}; 0 if nobody knows yet
   */
  void update(long done, long total);
}
