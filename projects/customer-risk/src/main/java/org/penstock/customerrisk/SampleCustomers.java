package org.penstock.customerrisk;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.penstock.feature.sample.Draw;

/**
 * Invented customers with the columns and the quirks of the real ones: whole tens, so that most
 * rows agree with another; one withdrawal in twenty missing; deposits and stakes of zero; a few
 * withdrawals and stakes far above all others.
 *
 * <p>The chance of being at risk is a function of the row, of about the shape that the real data
 * has but stronger, so that fewer rows will do, and says nothing about people.
 */
final class SampleCustomers {

  private final Draw draw;

  private SampleCustomers(long seed) {
    this.draw = new Draw(seed);
  }

  /**
   * Returns {@code count} customers.
   *
   * @param seed equal seeds give equal customers
   */
  static List<Customer> of(long seed, int count) {
    var sample = new SampleCustomers(seed);
    return Stream.generate(sample::customer).limit(count).toList();
  }

  private Customer customer() {
    int deposits = tens(50 + 20 * draw.normal(), 130);
    OptionalInt withdrawals = draw.happens(.05) ? OptionalInt.empty() : OptionalInt.of(withdrawn());
    int stakes = staked();
    Product product = draw.one(Product.values(), .5, .5);
    AgeGroup age = draw.one(AgeGroup.values(), .5, .3, .2);
    double chance = chanceOfRisk(deposits, withdrawals, stakes, product, age);
    return new Customer(deposits, withdrawals, stakes, product, age, draw.happens(chance));
  }

  private int staked() {
    double kind = draw.uniform();
    if (kind < .04) {
      return tens(300 * StrictMath.exp(1.92 * draw.uniform()), 2_080);
    }

    return kind < .075 ? 0 : tens(82 + 38 * draw.normal(), 250);
  }

  private int withdrawn() {
    return draw.happens(.018)
        ? tens(120 * StrictMath.exp(draw.exponential(.9)), 4_250)
        : tens(18 + 10 * draw.normal(), 50);
  }

  /** Those who stake far more than others, the old, gamers of few deposits. */
  private static double chanceOfRisk(
      int deposits, OptionalInt withdrawals, int stakes, Product product, AgeGroup age) {
    double logit =
        -1.95
            + (product == Product.GAMING ? .7 : 0)
            + switch (age) {
              case UNDER_30 -> 0;
              case FROM_30_TO_50 -> -1.1;
              case OVER_50 -> .6;
            }
            + (stakes > 300 ? 2.4 : .00012 * (stakes - 80) * (stakes - 80))
            + .0007 * (deposits - 60) * (deposits - 60)
            - (withdrawals.orElse(0) > 60 ? 1.2 : 0);
    return 1 / (1 + StrictMath.exp(-logit));
  }

  private static int tens(double amount, int max) {
    return 10 * Math.clamp(Math.round(amount / 10), 0, max / 10);
  }
}
