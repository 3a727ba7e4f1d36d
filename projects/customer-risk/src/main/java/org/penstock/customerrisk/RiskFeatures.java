package org.penstock.customerrisk;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.penstock.row.Doc;
import org.penstock.row.Personal;
import org.penstock.row.Range;

/** What the model sees of a customer: the amounts, and how they compare. */
public record RiskFeatures(
    @Range(min = 0, max = 100_000) @Doc("Amount that was deposited") int deposits,
    @Range(min = 0, max = 100_000) @Doc("Amount that was withdrawn; missing where unknown")
        OptionalInt withdrawals,
    @Range(min = 0, max = 100_000) @Doc("Amount that was staked") int stakes,
    @Doc("What the customer plays") Product product,
    @Personal @Doc("How old the customer is, in years") AgeGroup age,
    @Range(min = 0, max = 100_000)
        @Doc("What was withdrawn of each unit deposited; missing without deposits or withdrawals")
        OptionalDouble withdrawalsPerDeposit,
    @Range(min = 0, max = 100_000)
        @Doc(
            "What was staked of each unit deposited, so how often it was; missing without deposits")
        OptionalDouble stakesPerDeposit) {}
