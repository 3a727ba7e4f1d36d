package org.penstock.feature;

import java.io.IOException;

/** A project that ends in a model: rows, features of them, and rows to try it with. */
public interface ModelProject extends Project {

  /** Returns the feature view. */
  FeatureView<?, ?> view();

  /**
   * Writes sample rows as CSV with a header, with the schema and the quirks of the real data.
   *
   * @param seed equal seeds give equal bytes
   * @param entities how many entities the sample has, at least 1
   */
  void writeSample(long seed, int entities, Appendable csv) throws IOException;
}
