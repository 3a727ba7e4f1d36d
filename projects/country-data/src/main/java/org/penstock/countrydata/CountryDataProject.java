package org.penstock.countrydata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.penstock.countrydata.CountryData.Continent;
import org.penstock.gather.GatherProject;
import org.penstock.gather.Missing;
import org.penstock.json.JsonFields;

/** The project {@code country-data}: asks for every country in which there is an airport. */
public final class CountryDataProject implements GatherProject<Airport, Country, CountryData> {

  private static final String UNKNOWN = "ZZ";

  @Override
  public String name() {
    return "country-data";
  }

  @Override
  public Class<Airport> rowType() {
    return Airport.class;
  }

  @Override
  public String keyOf(Airport airport) {
    return airport.isoCountry();
  }

  /** Whoever exports names, or small letters, would pay for 247 answers of 404. */
  @Override
  public String keyPattern() {
    return "[A-Z]{2}";
  }

  @Override
  public Class<Country> listedType() {
    return Country.class;
  }

  @Override
  public String keyOfListed(Country country) {
    return country.code();
  }

  @Override
  public Class<CountryData> answerType() {
    return CountryData.class;
  }

  @Override
  public CountryData answer(String key, Map<String, Object> json) {
    JsonFields fields = new JsonFields("answer", json);
    String code = fields.text("code");
    if (!code.equals(key)) {
      throw new IllegalArgumentException(
          "The answer is about '%s', asked was '%s'".formatted(code, key));
    }
    String name = fields.text("name");
    if (name.isBlank()) {
      throw new IllegalArgumentException("The field 'name' of the answer is empty");
    }
    return new CountryData(
        code, name, continent(fields.text("continent")), fields.optionalText("flag"));
  }

  private static Continent continent(String text) {
    try {
      return Continent.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The field 'continent' of the answer is '%s', expected a continent".formatted(text), e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A code that the list of countries has is a country, unless it is the list's word for not
   * knowing, or ISO 3166-1 says that it is a territory of another country.
   */
  @Override
  public Missing missing(String key, Optional<Country> listed) {
    String name = listed.map(Country::name).orElse("not in the list of countries");
    if (Territories.contains(key)) {
      return new Missing(key, name, "territory", true);
    }
    return listed.isEmpty() || key.equals(UNKNOWN)
        ? new Missing(key, name, "no country", true)
        : new Missing(key, name, "country", false);
  }

  @Override
  public String listFile() {
    return "countries.csv";
  }

  @Override
  public String recordingFile() {
    return "country_data.json";
  }

  @Override
  public void writeSample(long seed, int rows, Appendable source, Appendable list)
      throws IOException {
    Sample.writeAirports(seed, rows, source);
    Sample.writeCountries(list);
  }

  @Override
  public StandIn standIn(Optional<Path> recording) throws IOException {
    return StandInVendor.start(
        0,
        recording.isPresent() ? Recording.read(recording.get()) : Recording.ofAtlas(),
        StandInVendor.Behaviour.always(new StandInVendor.Act.Reply()));
  }
}
