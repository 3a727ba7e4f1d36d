package org.penstock.creditrisk;

import java.io.IOException;
import org.penstock.feature.FeatureView;
import org.penstock.feature.History;
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
    return new LoanView();
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    SampleCsv.write(RowSchema.of(Loan.class), SampleLoans.of(seed, entities), csv);
  }

  private record LoanView() implements FeatureView<Loan, CreditFeatures> {
    @Override
    public Class<Loan> rowType() {
      return Loan.class;
    }

    @Override
    public Class<CreditFeatures> featureType() {
      return CreditFeatures.class;
    }

    @Override
    public History<Loan, CreditFeatures> history() {
      return new LoanHistory();
    }
  }
}
