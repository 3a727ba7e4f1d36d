package org.penstock.feature;

import java.io.IOException;

/**
 * What the author of a project writes in Java; everything that is tuned stands in {@code
 * project.yaml}. Found by {@link java.util.ServiceLoader}.
 */
public interface Project {

  /** Returns the name, lower case with dashes, e.g. {@code credit-risk}. */
  String name();

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
