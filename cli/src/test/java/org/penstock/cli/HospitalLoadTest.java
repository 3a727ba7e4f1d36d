package org.penstock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.cli.ProjectRuns.Edit;

/** What may be wrong with hours of a load: what a whole run says of it, and how it ends. */
class HospitalLoadTest {

  private static final String PROJECT = "hospital-load";
  private static final SampleLines LINES = SampleLines.of(PROJECT, 7, 60);

  @TempDir Path directory;

  private ProjectRuns runs = new ProjectRuns(PROJECT, Path.of(""), List.of());

  @BeforeEach
  void start() {
    runs = new ProjectRuns(PROJECT, directory, List.of(new Edit("trees: \\[\\d+]", "trees: [5]")));
  }

  /** What a whole column must not be. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "y  | 900                       | Target 'y' is 900.0 in all 1440 rows: of a constant",
        "y  | ''                        | 1440 rows: 'y' expected a finite number",
        "y  | -3                        | line 2: 'y' is '-3', expected 100 to 5000",
        "ds | 2015-01-01 01:00:00       | 1439 rows: 'ds' repeats the id of an earlier row",
        "ds | 01/02/2015 01:00          | 'ds' is '01/02/2015 01:00', expected a time such as",
        "ds | 2015-01-01 01:00:00+01:00 | expected a time such as 2024-02-29T13:45:00"
      })
  void namesTheColumn(String column, String value, String expected) throws IOException {
    runs.run(LINES.with(column, value.equals("''") ? "" : value)).assertIs(65, expected);
  }

  /** As daylight saving makes them: one is put aside and the other is nobody's problem. */
  @Test
  void anHourMayComeTwiceAndAnotherNever() throws IOException {
    List<String> twice = new ArrayList<>(LINES.all());
    twice.add(700, twice.get(700));
    twice.remove(200);

    runs.run(new SampleLines(twice)).assertIs(0, "done, 1 bad row");
  }

  @Test
  void refusesHoursOfTheFuture() throws IOException {
    List<String> later = new ArrayList<>(LINES.all());
    for (int day = 1; day <= 9; day++) {
      later.add("2031-01-0" + day + " 01:00:00,900");
    }
    Edit latest = new Edit("ingest: \\{", "ingest: {repairs: {latest: 2015-12-31}, ");

    runs.run(new SampleLines(later), runs.settings(latest))
        .assertIs(
            65,
            "9 rows: 'ds' expected no later day than 2015-12-31, which is ingest.repairs.latest");
  }

  @Test
  void aFewHoursAreNoSeason() throws IOException {
    runs.run(LINES.only(LINES.all().get(1)::equals))
        .assertIs(65, "The train split by time is empty: the 1 rows have 1 moment(s)");
  }
}
