package org.penstock.creditrisk;

import java.time.LocalDate;
import java.util.Optional;
import org.penstock.feature.sample.Draw;

/** An invented person: what all loans of all of a person's ids have in common. */
record Client(
    Gender gender,
    boolean car,
    boolean realty,
    int children,
    double income,
    IncomeType incomeType,
    EducationType education,
    FamilyStatus family,
    HousingType housing,
    int daysBirth,
    int daysEmployed,
    boolean workPhone,
    boolean phone,
    boolean email,
    Optional<OccupationType> occupation) {

  /** The day from which the bank counts days of birth and employment. */
  private static final LocalDate DAY_ZERO = LocalDate.of(2021, 9, 17);

  /** What the bank writes for the first day of a job that does not exist. */
  private static final int NO_JOB = 365_243;

  private static final double DAYS_A_YEAR = 365.25;

  /** Draws a person as frequent as in the real data, column by column. */
  static Client draw(Draw draw) {
    Gender gender = draw.happens(.65) ? Gender.F : Gender.M;
    boolean pensioner = draw.happens(.176);
    double age = pensioner ? normal(draw, 59, 5, 40, 68) : normal(draw, 40.4, 9.5, 21, 66);
    FamilyStatus family = draw.one(FamilyStatus.values(), .673, .14, .086, .059, .042);
    return new Client(
        gender,
        draw.happens(gender == Gender.F ? .24 : .6),
        draw.happens(.67),
        draw.one(new Integer[] {0, 1, 2, 3, 4, 5}, .703, .194, .088, .012, .002, .001),
        income(draw),
        pensioner ? IncomeType.PENSIONER : incomeType(draw),
        draw.one(EducationType.values(), .012, .696, .038, .253, .001),
        family,
        draw.one(HousingType.values(), .895, .046, .033, .015, .008, .003),
        -(int) (age * DAYS_A_YEAR),
        pensioner ? NO_JOB : -(int) (yearsAtWork(draw, age) * DAYS_A_YEAR),
        draw.happens(.22),
        draw.happens(.29),
        draw.happens(.09),
        pensioner || draw.happens(.16) ? Optional.empty() : Optional.of(occupation(draw)));
  }

  /** Returns a loan of this person. */
  Loan loan(long loanId, long id, LocalDate date, double amount, boolean late) {
    return new Loan(
        loanId,
        id,
        gender,
        car,
        realty,
        children,
        income,
        incomeType,
        education,
        family,
        housing,
        daysBirth,
        daysEmployed,
        true,
        workPhone,
        phone,
        email,
        occupation,
        children + (family.isCouple() ? 2 : 1),
        late,
        DAY_ZERO.plusDays(daysBirth),
        daysEmployed == NO_JOB ? Optional.empty() : Optional.of(DAY_ZERO.plusDays(daysEmployed)),
        date,
        amount);
  }

  private static double normal(Draw draw, double mean, double deviation, double min, double max) {
    return Math.clamp(mean + deviation * draw.normal(), min, max);
  }

  /** In steps of 4,500 as most incomes of the real data. */
  private static double income(Draw draw) {
    double income = 165_000 * StrictMath.exp(.45 * draw.normal());
    return 4_500 * Math.clamp(Math.round(income / 4_500), 6, 350);
  }

  private static IncomeType incomeType(Draw draw) {
    return draw.one(
        new IncomeType[] {
          IncomeType.WORKING,
          IncomeType.COMMERCIAL_ASSOCIATE,
          IncomeType.STATE_SERVANT,
          IncomeType.STUDENT
        },
        .62,
        .288,
        .09,
        .002);
  }

  private static double yearsAtWork(Draw draw, double age) {
    return Math.min(draw.exponential(7), age - 18);
  }

  private static OccupationType occupation(Draw draw) {
    return draw.one(
        OccupationType.values(), 131, 77, 70, 68, 48, 32, 27, 27, 13, 12, 11, 7, 4, 3, 3, 2, 1, 1);
  }
}
