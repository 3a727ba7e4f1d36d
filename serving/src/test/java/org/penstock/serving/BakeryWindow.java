package org.penstock.serving;

import java.io.IOException;
import org.penstock.feature.FeatureView;
import org.penstock.feature.ModelProject;

/** The bakery, asked about windows of visits. */
final class BakeryWindow implements ModelProject {

  @Override
  public String name() {
    return "bakery-window";
  }

  @Override
  public FeatureView<?, ?> view() {
    return new Bakery().view();
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    throw new UnsupportedOperationException();
  }
}
