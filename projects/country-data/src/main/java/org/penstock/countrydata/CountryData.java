package org.penstock.countrydata;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.penstock.row.Doc;
import org.penstock.row.Id;

/** What the vendor knows of a country. */
record CountryData(
    @Id @Doc("ISO 3166-1") String code,
    @Doc("What people call it") String name,
    @Doc("AF, AN, AS, EU, NA, OC or SA") Continent continent,
    @Doc("Its flag, of which nearly all are missing") Optional<String> flag) {

  /** Where a country lies. */
  enum Continent {
    /** Africa. */
    AF,
    /** Antarctica. */
    AN,
    /** Asia. */
    AS,
    /** Europe. */
    EU,
    /** North America. */
    NA,
    /** Oceania. */
    OC,
    /** South America. */
    SA
  }

  CountryData {
    requireNonNull(code, "code");
    requireNonNull(name, "name");
    requireNonNull(continent, "continent");
    requireNonNull(flag, "flag");
  }
}
