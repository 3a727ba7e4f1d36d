package org.penstock.PACKAGE;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.penstock.row.Doc;
import org.penstock.row.Range;

/** What the model sees of an order: the customer's earlier orders, and the order. */
public record OrderFeatures(
    @Range(min = 0, max = 1e6) @Doc("Number of earlier orders of the customer") int earlierOrders,
    @Range(min = 0, max = 1e6) @Doc("Mean price of the earlier orders; missing for the first")
        OptionalDouble meanPrice,
    @Range(min = 0, max = 1e6) @Doc("What it costs") double price,
    @Range(min = 1, max = 1000) @Doc("How many things") OptionalInt items) {}
