package org.penstock.countrydata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.config.GatheringConfig;
import org.penstock.config.ProjectYaml;
import org.penstock.gather.Missing;

class SampleTest {

  private final CountryDataProject project = new CountryDataProject();

  @Test
  void isEqualForEqualSeeds() throws IOException {
    assertEquals(sample(7), sample(7));
    assertNotEquals(sample(7), sample(8));
  }

  @Test
  void hasEveryQuirkOfTheRealData() throws IOException {
    StringBuilder airports = new StringBuilder();
    StringBuilder countries = new StringBuilder();
    project.writeSample(7, 100, airports, countries);

    List<String> codes =
        airports.toString().lines().skip(1).map(line -> line.split(",")[2]).toList();
    assertEquals(100, codes.size());
    assertTrue(codes.containsAll(List.of("NA", "CI", "GS", "HM", "XP", "ZZ")));
    assertTrue(countries.toString().contains(",NA,Namibia\n"));
    assertTrue(countries.toString().lines().noneMatch(line -> line.matches(".*,(HM|XP),.*")));
  }

  @ParameterizedTest
  @CsvSource({
    "CI, Côte d'Ivoire, country, false",
    "NA, Namibia, country, false",
    "XK, Kosovo, country, false",
    "GS, South Georgia, territory, true",
    "HM, , territory, true",
    "XP, , no country, true",
    "ZZ, Unknown, no country, true",
  })
  void tellsACountryFromACodeWithoutOne(String key, String name, String kind, boolean expected) {
    Missing missing =
        project.missing(key, Optional.ofNullable(name).map(it -> new Country(1, key, it)));

    assertEquals(
        new Missing(key, name == null ? "not in the list of countries" : name, kind, expected),
        missing);
  }

  @Test
  void theStandInKnowsNamibia() {
    assertEquals(
        Map.of("code", "NA", "name", "Namibia", "continent", "AF"), Recording.ofAtlas().get("NA"));
  }

  @Test
  void itsBudgetIsEnoughForTheSampleAndNamesNoVendor() throws IOException {
    try (InputStream yaml =
        SampleTest.class.getResourceAsStream("/META-INF/penstock/country-data/project.yaml")) {
      GatheringConfig config = ProjectYaml.read(yaml, "project.yaml").gathering();

      assertEquals(Optional.empty(), config.gather().vendor());
      assertTrue(config.budget().hour() > Stream.of(Atlas.values()).count());
      assertTrue(config.budget().callsForMoney() < config.budget().month());
    }
  }

  private String sample(long seed) throws IOException {
    StringBuilder csv = new StringBuilder();
    project.writeSample(seed, 200, csv, csv);
    return new String(csv.toString().getBytes(UTF_8), UTF_8);
  }
}
