package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Optional;

/**
 * How many calls may be made, when, and for how much money. Every call counts, also one that the
 * vendor answers with an error.
 *
 * @param zone in which hours, days and months begin, and the office is open
 * @param hour calls a clock hour, at least 1
 * @param day calls a calendar day, at least 1
 * @param month calls a calendar month, at least 1
 * @param price of one call
 * @param moneyMonth what the calls of a calendar month may cost
 * @param officeHours when calls may be made at all; without it, always
 */
public record BudgetSettings(
    ZoneId zone,
    int hour,
    int day,
    int month,
    Money price,
    Money moneyMonth,
    Optional<OfficeHours> officeHours) {

  public BudgetSettings {
    var problems = new Violations();
    problems.check(hour >= 1, "hour", "expected at least 1 call, got %d", hour);
    problems.check(day >= 1, "day", "expected at least 1 call, got %d", day);
    problems.check(month >= 1, "month", "expected at least 1 call, got %d", month);
    problems.check(
        price.currency().equals(moneyMonth.currency()),
        "money-month",
        "expected an amount in %s like price, got %s",
        price.currency(),
        moneyMonth);
    problems.throwIfAny();
    requireNonNull(zone, "zone");
    requireNonNull(officeHours, "officeHours");
  }

  /**
   * Returns how many calls the money of a month pays for; as many as one likes if they cost none.
   */
  public long callsForMoney() {
    return price.micros() == 0 ? Long.MAX_VALUE : moneyMonth.micros() / price.micros();
  }
}
