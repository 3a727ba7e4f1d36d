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
public record Usage(int hour, int day, int month, Money spent, BudgetSettings budget) {}
