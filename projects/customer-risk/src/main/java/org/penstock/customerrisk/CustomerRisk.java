package org.penstock.customerrisk;

import java.io.IOException;
import org.penstock.feature.FeatureView;
import org.penstock.feature.History;
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
    return new CustomerView();
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    SampleCsv.write(RowSchema.of(Customer.class), SampleCustomers.of(seed, entities), csv);
  }

  private record CustomerView() implements FeatureView<Customer, RiskFeatures> {
    @Override
    public Class<Customer> rowType() {
      return Customer.class;
    }

    @Override
    public Class<RiskFeatures> featureType() {
      return RiskFeatures.class;
    }

    @Override
    public History<Customer, RiskFeatures> history() {
      return new Ratios();
    }
  }
}
