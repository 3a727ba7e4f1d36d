package org.penstock.creditrisk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.penstock.feature.AsOf;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Ties;
import org.penstock.feature.sample.Draw;

/**
 * Invented loans with the columns and the quirks of the real ones: persons with several ids, loans
 * of one client on one day, pensioners without a job, jobs that start after the loan.
 *
 * <p>Unlike in the real data, whether a loan is paid depends on the five features, so that there is
 * something to learn: the chance is a function of the features as of the loan and of nothing else.
 */
final class SampleLoans {

  private static final long FIRST_ID = 5_008_804;
  private static final long FIRST_LOAN = 1000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
  private static final int DAYS = 730;

  private final Draw draw;
  private final List<Loan> loans = new ArrayList<>();

  private SampleLoans(long seed) {
    this.draw = new Draw(seed);
  }

  /**
   * Returns the loans of {@code ids} ids, about 21 of each, ordered by date.
   *
   * @param seed equal seeds give equal loans
   */
  static List<Loan> of(long seed, int ids) {
    var sample = new SampleLoans(seed);
    sample.drawLoans(ids);
    return sample.withStatus();
  }

  private void drawLoans(int ids) {
    long id = FIRST_ID;
    int left = ids;
    while (left > 0) {
      Client person = Client.draw(draw);
      int own = Math.min(left, draw.count(3.75, 51));
      for (int i = 0; i < own; i++) {
        drawLoans(person, id);
        id += draw.count(4, 40);
      }
      left -= own;
    }
    loans.sort(Comparator.comparing(Loan::loanDate).thenComparingLong(Loan::loanId));
  }

  private void drawLoans(Client person, long id) {
    int count = (int) Math.clamp(draw.exponential(10.3) + draw.exponential(10.3), 1, 61);
    double size = 26 * StrictMath.exp(.5 * draw.normal());
    for (int i = 0; i < count; i++) {
      loans.add(
          person.loan(
              FIRST_LOAN + loans.size(),
              id,
              FIRST_DAY.plusDays(draw.between(0, DAYS)),
              100 + draw.exponential(size),
              false));
    }
  }

  private List<Loan> withStatus() {
    var engine = new PointInTime<>(new CreditRisk().view(), new AsOf.Event(), Ties.UNSEEN);
    return loans.stream()
        .map(loan -> loan.withStatus(draw.happens(chanceOfLoss(engine.next(loan)))))
        .toList();
  }

  /** The young, those new at work, with few and with large earlier loans, without a car. */
  private static double chanceOfLoss(CreditFeatures known) {
    double years = Math.min(known.yearsOnTheJob().orElse(12), 20);
    double logit =
        -4.1
            - .033 * (known.age() - 42)
            - .045 * (years - 6)
            - .033 * (Math.min(known.nbPreviousLoans(), 30) - 12)
            + .027 * (Math.min(known.avgAmountLoansPrevious().orElse(130), 200) - 130)
            - (known.flagOwnCar() ? .33 : 0);
    return 1 / (1 + StrictMath.exp(-logit));
  }
}
