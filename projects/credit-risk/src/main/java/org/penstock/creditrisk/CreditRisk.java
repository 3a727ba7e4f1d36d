package org.penstock.creditrisk;

import java.io.IOException;
import org.penstock.feature.FeatureView;
import org.penstock.feature.ModelProject;
import org.penstock.feature.sample.SampleCsv;
import org.penstock.row.RowSchema;

/** The project {@code credit-risk}. */
public final class CreditRisk implements ModelProject {

  @Override
  public String name() {
    return "credit-risk";
  }

  @Override
  public FeatureView<Loan, CreditFeatures> view() {
    return FeatureView.of(Loan.class, CreditFeatures.class, LoanHistory::new);
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    SampleCsv.write(RowSchema.of(Loan.class), SampleLoans.of(seed, entities), csv);
  }
}
