package org.penstock.gather;

import java.time.ZoneId;
import java.util.Optional;
import org.penstock.config.BudgetSettings;
import org.penstock.config.Money;

/** Budgets of tests: a call costs a cent, and the clock on the wall is that of Amsterdam. */
final class Budgets {

  private Budgets() {}

  static BudgetSettings of(int hour, int day, int month, String money) {
    return of(hour, day, month, money, "Europe/Amsterdam");
  }

  static BudgetSettings of(int hour, int day, int month, String money, String zone) {
    return new BudgetSettings(
        ZoneId.of(zone),
        hour,
        day,
        month,
        Money.parse("0.01 EUR"),
        Money.parse(money),
        Optional.empty());
  }
}
