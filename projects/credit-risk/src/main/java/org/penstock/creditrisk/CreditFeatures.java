package org.penstock.creditrisk;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.penstock.row.Doc;
import org.penstock.row.Personal;
import org.penstock.row.Range;

/** What the model sees of a loan: the client's earlier loans, and the client. */
public record CreditFeatures(
    @Range(min = 0, max = 1e6) @Doc("Number of earlier loans of the client") int nbPreviousLoans,
    @Range(min = 0, max = 1e8) @Doc("Mean amount of the earlier loans; missing for the first")
        OptionalDouble avgAmountLoansPrevious,
    @Personal @Range(min = 0, max = 130) @Doc("Whole years of 365 days since birth") int age,
    @Personal
        @Range(min = -10, max = 90)
        @Doc(
            "Whole years of 365 days since the job started, -1 in the year before; missing without"
                + " a job")
        OptionalInt yearsOnTheJob,
    @Personal @Doc("Whether the client owns a car") boolean flagOwnCar) {}
