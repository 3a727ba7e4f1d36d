package org.penstock.customerrisk;

import java.io.IOException;
import org.penstock.feature.FeatureView;
import org.penstock.feature.ModelProject;
import org.penstock.feature.sample.SampleCsv;
import org.penstock.row.RowSchema;

/** The project {@code customer-risk}. */
public final class CustomerRisk implements ModelProject {

  @Override
  public String name() {
    return "customer-risk";
  }

  @Override
  public FeatureView<Customer, RiskFeatures> view() {
    return FeatureView.of(Customer.class, RiskFeatures.class, Ratios::new);
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    SampleCsv.write(RowSchema.of(Customer.class), SampleCustomers.of(seed, entities), csv);
  }
}
