package org.penstock.smartthermostat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.penstock.feature.sample.Draw;

/**
 * Invented customers with the columns and the quirks of the real ones: one in fifty bought; a third
 * of them has something missing; one term is seen once; nobody looks at advance payments in the
 * app; customers of 7 and of 120, houses of 1005; a missing off-peak consumption where there is a
 * single tariff.
 *
 * <p>The chance of buying is a function of the features and of nothing else. Its shape is roughly
 * the real one; it is stronger, so that a sample of this size shows it beyond doubt.
 */
final class SampleCustomers {

  private static final int CHILD = 7;
  private static final int OLDEST = 120;

  private static final ContractTerm[] TERMS = {
    ContractTerm.INDEFINITE,
    ContractTerm.THREE_YEARS,
    ContractTerm.FOUR_YEARS,
    ContractTerm.ONE_YEAR,
    ContractTerm.FIVE_YEARS
  };

  private final Draw draw;
  private final Derivation derivation = new Derivation();

  private SampleCustomers(long seed) {
    this.draw = new Draw(seed);
  }

  /**
   * Returns {@code count} customers, numbered from 1.
   *
   * @param seed equal seeds give equal customers
   */
  static List<Customer> of(long seed, int count) {
    var sample = new SampleCustomers(seed);
    int biennial = 1 + sample.draw.between(0, count);
    List<Customer> customers = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      customers.add(sample.customer(id, id == biennial));
    }
    return customers;
  }

  private Customer customer(long id, boolean biennial) {
    boolean supplied = draw.happens(.836);
    House house = House.draw(draw, supplied);
    Optional<ContractTerm> term = biennial ? Optional.of(ContractTerm.TWO_YEARS) : term(supplied);
    Customer customer =
        new Customer(
            id,
            house.constructionYear(),
            house.floorArea(),
            age(),
            draw.happens(.022),
            false,
            draw.happens(.004),
            draw.happens(.0006),
            draw.happens(.011),
            draw.happens(.009),
            false,
            house.now().offPeak(),
            house.now().peak(),
            house.now().electricity(),
            house.before().offPeak(),
            house.before().peak(),
            house.before().electricity(),
            term,
            house.now().gas(),
            house.before().gas(),
            draw.happens(.009),
            supplied,
            draw.happens(.979),
            house.province(),
            draw.happens(.004));
    return customer.thatBought(
        draw.happens(chance(derivation.features(customer, LocalDateTime.MIN))));
  }

  private OptionalInt age() {
    if (draw.happens(.098)) {
      return OptionalInt.empty();
    }

    double kind = draw.uniform();
    if (kind < .001) {
      return OptionalInt.of(kind < .0004 ? CHILD : OLDEST);
    }

    return OptionalInt.of((int) Math.clamp(56 + 17 * draw.normal(), 18, 100));
  }

  private Optional<ContractTerm> term(boolean supplied) {
    return draw.happens(supplied ? .005 : .52)
        ? Optional.empty()
        : Optional.of(draw.one(TERMS, 11_202, 3_465, 2_090, 1_412, 44));
  }

  /** The young in large houses, on long terms or without electricity, who use gas. */
  private static double chance(ToonFeatures known) {
    double logit =
        -4.45
            - .06 * (Math.clamp(known.age().orElse(75), 20, 90) - 55)
            + 1.3 * (known.logFloorArea().orElse(4.2) - 4.6)
            + (known.hasActiveElectricityContract() ? 0 : 1.4)
            + known.electricityLastContractTerm().map(SampleCustomers::pull).orElse(.5)
            - (known.gas().orElse(0) < 100 ? 1 : 0)
            - (known.singleTariff() ? .4 : 0)
            + (known.appMandateYesLastYear() ? 1.2 : 0);
    return known.hasPhoneNumber() ? 1 / (1 + StrictMath.exp(-logit)) : 0;
  }

  private static double pull(ContractTerm term) {
    return switch (term) {
      case THREE_YEARS -> .8;
      case FOUR_YEARS -> 1.3;
      case ONE_YEAR, TWO_YEARS, FIVE_YEARS, INDEFINITE, OTHER -> 0;
    };
  }
}
