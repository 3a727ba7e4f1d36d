/**
 * The project {@code country-data}: what a vendor knows of every country that has an airport.
 *
 * <p>Start with {@link org.penstock.countrydata.CountryDataProject}.
 */
package org.penstock.countrydata;
