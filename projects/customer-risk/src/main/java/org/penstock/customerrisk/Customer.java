package org.penstock.customerrisk;

import java.util.OptionalInt;
import org.penstock.row.Doc;
import org.penstock.row.Label;
import org.penstock.row.Missing;
import org.penstock.row.Personal;
import org.penstock.row.Range;
import org.penstock.row.YesNo;

/**
 * What a customer put in, took out and staked: a line of {@code train.csv}.
 *
 * <p>Nothing says who a customer is: 6,525 of the 10,000 lines agree with an earlier one in all but
 * the outcome. Amounts are whole tens, at most 130, 4,250 and 2,080; 500 withdrawals are the text
 * {@code NA}.
 */
public record Customer(
    @Range(min = 0, max = 100_000) @Doc("Amount that was deposited") int deposits,
    @Missing("NA") @Range(min = 0, max = 100_000) @Doc("Amount that was withdrawn; may be missing")
        OptionalInt withdrawals,
    @Range(min = 0, max = 100_000) @Doc("Amount that was staked") int stakes,
    @Doc("What the customer plays") Product product,
    @Personal @Doc("How old the customer is, in years") AgeGroup age,
    @Label @Doc("1 if the customer is at risk") @YesNo(yes = "1", no = "0") boolean target) {}
