package org.penstock.countrydata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penstock.feature.sample.Draw;
import org.penstock.feature.sample.SampleCsv;
import org.penstock.row.RowSchema;

/** Airports and countries that do not exist, in files like the real ones. */
final class Sample {

  private static final int FIRST_ID = 302_500;

  private Sample() {}

  /**
   * Writes {@code rows} airports: one in each country of the atlas first, as far as they go, then
   * more in a few of them.
   */
  static void writeAirports(long seed, int rows, Appendable csv) throws IOException {
    Draw draw = new Draw(seed);
    Atlas[] atlas = Atlas.values();
    List<Airport> airports = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Atlas country = i < atlas.length ? atlas[i] : atlas[draw.count(6, atlas.length) - 1];
      String ident = String.format(Locale.ROOT, "%s-%04d", country.name(), i + 1);
      airports.add(new Airport(1 + 7L * i + draw.between(0, 7), ident, country.name()));
    }
    SampleCsv.write(RowSchema.of(Airport.class), airports, csv);
  }

  /** Writes the list of countries, which does not have them all. */
  static void writeCountries(Appendable csv) throws IOException {
    List<Country> countries = new ArrayList<>();
    for (Atlas country : Atlas.values()) {
      country
          .listed()
          .ifPresent(name ->
              countries.add(new Country(FIRST_ID + country.ordinal(), country.name(), name)));
    }
    SampleCsv.write(RowSchema.of(Country.class), countries, csv);
  }
}
