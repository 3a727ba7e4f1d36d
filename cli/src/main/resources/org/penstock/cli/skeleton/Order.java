package org.penstock.PACKAGE;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.penstock.row.Doc;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.Id;
import org.penstock.row.Label;
import org.penstock.row.Range;
import org.penstock.row.YesNo;

/** An order of a customer: a line of the file. */
public record Order(
    @Id @Range(min = 1) @Doc("Number of the order") long orderId,
    @Entity @Range(min = 1) @Doc("Number of the customer") long customerId,
    @EventTime @Doc("Day of the order") LocalDate orderedOn,
    @Range(min = 0, max = 1e6) @Doc("What it costs") double price,
    @Range(min = 1, max = 1000) @Doc("How many things, where that is known") OptionalInt items,
    @Label @Doc("Whether it was sent back") @YesNo boolean returned) {}
