package org.penstock.PACKAGE;

import java.io.IOException;
import org.penstock.feature.FeatureView;
import org.penstock.feature.ModelProject;
import org.penstock.feature.sample.SampleCsv;
import org.penstock.row.RowSchema;

/** The project {@code NAME}. */
public final class CLASS implements ModelProject {

  @Override
  public String name() {
    return "NAME";
  }

  @Override
  public FeatureView<Order, OrderFeatures> view() {
    return FeatureView.of(Order.class, OrderFeatures.class, OrderHistory::new);
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    SampleCsv.write(RowSchema.of(Order.class), SampleOrders.of(seed, entities), csv);
  }
}
