package org.penstock.train;

import java.util.OptionalDouble;
import org.penstock.row.Entity;
import org.penstock.row.Label;

/** A made-up training row. */
record Visit(
    @Entity long client, long household, int visits, OptionalDouble spent, @Label boolean bought) {}
