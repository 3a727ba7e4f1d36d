package org.penstock.countrydata;

import org.penstock.row.Doc;
import org.penstock.row.Id;

/** What is read of a line of {@code countries.csv}: what there is, by its code. */
record Country(
    @Id @Doc("Number of the country") long id,
    @Doc("ISO 3166-1, or a code of the list's own") String code,
    @Doc("What people call it") String name) {}
