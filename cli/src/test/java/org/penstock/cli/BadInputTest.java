package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Projects;

/** Files of a stranger, given to the command: what it says of them, and how it ends. */
class BadInputTest {

  private static final int CLIENTS = 12;

  @TempDir Path directory;

  private List<String> lines = List.of();

  @BeforeEach
  void sample() throws IOException {
    StringBuilder csv = new StringBuilder();
    Projects.named("credit-risk", ModelProject.class).writeSample(7, CLIENTS, csv);
    lines = csv.toString().lines().toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "loan_amount      | lots       | line 3: 'loan_amount' is 'lots', expected a finite number",
        "loan_amount      | NaN        | line 3: 'loan_amount' is 'NaN', expected a finite number",
        "loan_amount      | -Infinity  | line 3: 'loan_amount' is '-Infinity', expected a finite number",
        "loan_amount      | 1e400      | line 3: 'loan_amount' is '1e400', expected 0 to 100000000",
        "loan_date        | 2019-02-30 | line 3: 'loan_date' is '2019-02-30', expected a date",
        "id               | abc        | line 3: 'id' is 'abc', expected a whole number",
        "amt_income_total | secret     | line 3: 'amt_income_total' has a value that is personal",
        "birthday         | 1980-02-30 | line 3: 'birthday' has a value that is personal",
        "occupation_type  | Caf\u00e9 | line 3: 'occupation_type' has a value that is personal",
        "occupation_type  | 'a;b'      | line 3: 'occupation_type' has a value that is personal",
        "loan_amount      | 1,2        | line 3: has 25 fields, expected 24",
        "loan_id          | FIRST      | line 3: 'loan_id' repeats the id of an earlier row"
      })
  void namesTheLineAndColumn(String column, String value, String expected) throws IOException {
    String first = lines.get(1).substring(0, lines.get(1).indexOf(','));
    Path file =
        write(
            "\n",
            with(2, column, value.replace('\'', '"').replace(';', '\n').replace("FIRST", first)));

    Said said = run(file);

    assertEquals(65, said.code(), said.text());
    assertTrue(said.text().contains("ingest: " + expected), said.text());
    assertFalse(said.text().contains("\tat "), said.text());
    assertFalse(said.text().contains("secret"), said.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "loan_amount | loan_amout      | column 'loan_amount' is missing (is it the one called 'loan_amout'?)",
        "status      | id              | column 'status' is missing; column 'id' is there twice",
        ",           | ;               | fields are separated by ';', expected ','"
      })
  void namesTheColumnsOfTheHeader(String before, String after, String expected) throws IOException {
    String header =
        Stream.of(lines.getFirst().split("(?<=,)|(?=,)"))
            .map(part -> part.equals(before) ? after : part)
            .collect(Collectors.joining());
    Path file = write("\n", List.of(header, lines.get(1)));

    Said said = run(file);

    assertEquals(65, said.code(), said.text());
    assertTrue(said.text().contains(file.getFileName() + ": " + expected), said.text());
  }

  @Test
  void doesNotRepeatARowWhereAHeaderBelongs() throws IOException {
    Said said = run(write("\n", lines.subList(1, 9)));

    assertEquals(65, said.code(), said.text());
    assertTrue(said.text().contains("the first line is no header"), said.text());
    assertFalse(said.text().contains(lines.get(1).split(",")[20]), said.text());
  }

  @Test
  void saysThatAFileIsCutOff() throws IOException {
    assertSaid(65, "is empty, expected a header", run(write("\n", List.of())));
    assertSaid(65, "has a header and no rows", run(write("\n", lines.subList(0, 1))));
    assertSaid(66, "is a directory", run(directory));
    assertSaid(66, "There is no file", run(directory.resolve("none.csv")));
  }

  @ParameterizedTest
  @CsvSource({"windows line ends", "byte order mark", "another order", "quotes", "missing 3021"})
  void readsTheSameRowsWritten(String otherwise) throws IOException {
    Path file =
        switch (otherwise) {
          case "windows line ends" -> write("\r\n", lines);
          case "byte order mark" -> write("\n", replaced(0, "\ufeff" + lines.getFirst()));
          case "another order" -> write("\n", lines.stream().map(BadInputTest::reversed).toList());
          case "quotes" -> write("\n", lines.stream().map(BadInputTest::quoted).toList());
          default -> write("\n", lines.stream().map(it -> it.replace("3021-09-18", "")).toList());
        };

    String expected = rows(run(write("\n", lines)));
    assertTrue(expected.startsWith("sha256:"), expected);
    assertEquals(expected, rows(run(file)));
  }

  /** What the command printed, and how it ended. */
  private record Said(int code, String text) {}

  private static void assertSaid(int code, String expected, Said said) {
    assertEquals(code, said.code(), said.text());
    assertTrue(said.text().contains(expected), said.text());
  }

  private static String rows(Said said) {
    return said.text()
        .lines()
        .filter(line -> line.contains("ingest") && line.contains("done"))
        .map(line -> line.substring(line.indexOf("sha256:")))
        .collect(Collectors.joining());
  }

  private Said run(Path data) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int code =
          PenstockMain.commandLine()
              .execute(
                  "run", "credit-risk", "--data=" + data, "--store=" + directory.resolve("store"));
      return new Said(code, out.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  private Path write(String end, List<String> text) throws IOException {
    Path file = Files.createTempFile(directory, "loans", ".csv");
    return Files.writeString(
        file, text.stream().map(line -> line + end).collect(Collectors.joining()));
  }

  private List<String> with(int line, String column, String value) {
    String[] fields = lines.get(line).split(",", -1);
    fields[List.of(lines.getFirst().split(",")).indexOf(column)] = value;
    return replaced(line, String.join(",", fields));
  }

  private List<String> replaced(int line, String text) {
    List<String> all = Arrays.asList(lines.toArray(String[]::new));
    all.set(line, text);
    return all;
  }

  private static String reversed(String line) {
    return String.join(",", List.of(line.split(",", -1)).reversed());
  }

  private static String quoted(String line) {
    return "\"" + line.replace(",", "\",\"") + "\"";
  }
}
