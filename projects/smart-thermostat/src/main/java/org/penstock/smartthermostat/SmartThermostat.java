package org.penstock.smartthermostat;

import java.io.IOException;
import org.penstock.feature.FeatureView;
import org.penstock.feature.ModelProject;
import org.penstock.feature.sample.SampleCsv;
import org.penstock.row.RowSchema;

/** The project {@code smart-thermostat}. */
public final class SmartThermostat implements ModelProject {

  @Override
  public String name() {
    return "smart-thermostat";
  }

  @Override
  public FeatureView<Customer, ToonFeatures> view() {
    return FeatureView.of(Customer.class, ToonFeatures.class, Derivation::new);
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    SampleCsv.write(RowSchema.of(Customer.class), SampleCustomers.of(seed, entities), csv);
  }
}
