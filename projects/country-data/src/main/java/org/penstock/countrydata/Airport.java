package org.penstock.countrydata;

import org.penstock.row.Doc;
import org.penstock.row.Id;

/**
 * What is read of a line of {@code airports.csv}.
 *
 * <p>{@code NA} is Namibia here, and North America in the column {@code continent}, which is not
 * read. It is a text like any other: nothing but an empty field is a missing value.
 *
 * @see <a href="https://ourairports.com/help/data-dictionary.html">OurAirports, data dictionary</a>
 */
record Airport(
    @Id @Doc("Number of the airport") long id,
    @Doc("Its short name, often the ICAO code") String ident,
    @Doc("Country, as ISO 3166-1 or a code of the list's own") String isoCountry) {}
