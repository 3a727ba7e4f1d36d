package org.penstock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.feature.Projects;
import org.penstock.gather.GatherProject;

/** What may be wrong with the three files of a gathering, by whole runs. */
class CountryDataTest {

  @TempDir Path directory;

  private String airports = "";

  @BeforeEach
  void sample() throws IOException {
    StringBuilder rows = new StringBuilder();
    StringBuilder list = new StringBuilder();
    Projects.named("country-data", GatherProject.class).writeSample(7, 40, rows, list);
    airports = rows.toString();
    write("airports.csv", airports);
    write("countries.csv", list.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NL | nl                 | mentions [nl], which cannot be asked for: expected [A-Z]{2}",
        "NL | Netherlands        | mentions [Netherlands], which cannot be asked for: expected",
        "iso_country | countries | column 'iso_country' is missing",
        "',' | ';'               | fields are separated by ';', expected ','"
      })
  void asksNobodyAboutWhatIsNoCountry(String before, String after, String expected)
      throws IOException {
    write("airports.csv", airports.replace(before, after));

    run().assertIs(65, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{\"NA\": {}}", "[1]", "[{\"name\": \"Namibia\"}]", "[{\"code\": \"N"})
  void saysThatARecordingIsNone(String recording) throws IOException {
    write("country_data.json", recording);

    run().assertIs(65, "country_data.json holds no recorded answers: ");
  }

  @Test
  void namesTheListThatIsNotThere() throws IOException {
    Files.delete(directory.resolve("countries.csv"));

    run().assertIs(66, "There is no file " + directory.resolve("countries.csv"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private Said run() {
    return Said.by(
        "run",
        "country-data",
        "--data=" + directory.resolve("airports.csv"),
        "--store=" + directory.resolve("store"));
  }
}
