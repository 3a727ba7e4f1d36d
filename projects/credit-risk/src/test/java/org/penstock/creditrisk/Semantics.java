package org.penstock.creditrisk;

import java.time.LocalDateTime;
import org.penstock.feature.AsOf;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Ties;

/** The two ways in which features are computed here. */
enum Semantics {
  /** What the notebook did: as of one date, loans of one day in the order of the file. */
  NOTEBOOK(new AsOf.Fixed(LocalDateTime.of(2024, 1, 1, 0, 0)), Ties.ROW_ORDER),
  /** What is known at the loan. */
  EVENT(new AsOf.Event(), Ties.UNSEEN);

  private final AsOf asOf;
  private final Ties ties;

  Semantics(AsOf asOf, Ties ties) {
    this.asOf = asOf;
    this.ties = ties;
  }

  PointInTime<Loan, CreditFeatures> engine() {
    return new PointInTime<>(new CreditRisk().view(), asOf, ties);
  }
}
