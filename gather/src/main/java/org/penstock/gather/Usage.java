package org.penstock.gather;

import org.penstock.config.BudgetSettings;
import org.penstock.config.Money;

/**
 * How much of a budget is used.
 *
 * @param hour calls of this clock hour
 * @param day calls of this calendar day
 * @param month calls of this calendar month
 * @param spent what those of the month cost
 * @param budget the limits
 */
public record Usage(int hour, int day, int month, Money spent, BudgetSettings budget) {

  /** Returns how many calls may still be made this hour. */
  public long left() {
    long price = budget.price().micros();
    long money =
        price == 0 ? Long.MAX_VALUE : (budget.moneyMonth().micros() - spent.micros()) / price;
    long calls =
        Math.min(budget.hour() - hour, Math.min(budget.day() - day, budget.month() - month));
    return Math.max(0, Math.min(calls, money));
  }
}
