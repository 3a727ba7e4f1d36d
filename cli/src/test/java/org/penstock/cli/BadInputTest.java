package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of a stranger, given to the command: what it says of them, and how it ends. */
class BadInputTest {

  private static final SampleLines LINES = SampleLines.of("credit-risk", 7, 12);

  @TempDir Path directory;

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
    String first = LINES.cell(LINES.all().get(1), "loan_id");
    String text = value.replace('\'', '"').replace(';', '\n').replace("FIRST", first);

    Said said = run(write("\n", LINES.with(3, column, text).all()));

    said.assertIs(65, "ingest: " + expected);
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
        Stream.of(LINES.all().getFirst().split("(?<=,)|(?=,)"))
            .map(part -> part.equals(before) ? after : part)
            .collect(Collectors.joining());
    Path file = write("\n", List.of(header, LINES.all().get(1)));

    run(file).assertIs(65, file.getFileName() + ": " + expected);
  }

  @Test
  void doesNotRepeatARowWhereAHeaderBelongs() throws IOException {
    Said said = run(write("\n", LINES.rows()));

    said.assertIs(65, "the first line is no header");
    assertFalse(said.text().contains(LINES.cell(LINES.all().get(1), "birthday")), said.text());
  }

  @Test
  void saysThatAFileIsCutOff() throws IOException {
    run(write("\n", List.of())).assertIs(65, "is empty, expected a header");
    run(write("\n", LINES.all().subList(0, 1))).assertIs(65, "has a header and no rows");
    run(directory).assertIs(66, "is a directory");
    run(directory.resolve("none.csv")).assertIs(66, "There is no file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cut off gzip     | the gzip stream ends too early: it is truncated",
        "damaged gzip     | the gzip stream is damaged",
        "UTF-16           | is text in UTF-16, expected UTF-8",
        "spreadsheet      | is a ZIP archive, as spreadsheets are too; expected the CSV itself",
        "program          | is no text, byte 4 is zero; expected CSV in UTF-8",
        "page of a server | the first line is no header, or that of other data: it has none of",
        "another project  | the first line is no header, or that of other data: it has none of"
      })
  void saysWhatKindOfFileItIs(String kind, String expected) throws IOException {
    byte[] gzip = gzip(String.join("\n", LINES.all()));
    byte[] content =
        switch (kind) {
          case "cut off gzip" -> Arrays.copyOf(gzip, gzip.length / 2);
          case "damaged gzip" -> Arrays.copyOf(Arrays.copyOf(gzip, gzip.length - 8), gzip.length);
          case "UTF-16" -> String.join("\n", LINES.all()).getBytes(StandardCharsets.UTF_16);
          case "spreadsheet" -> new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0};
          case "program" -> new byte[] {0x7f, 'E', 'L', 'F', 0, 13, '\n'};
          case "page of a server" -> "<html>\n<body>404</body>\n".getBytes(StandardCharsets.UTF_8);
          default -> "ds,y\n2015-01-01 01:00:00,778\n".getBytes(StandardCharsets.UTF_8);
        };

    run(Files.write(directory.resolve("loans.csv.gz"), content)).assertIs(65, expected);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"windows line ends", "byte order mark", "another order", "quotes", "missing 3021"})
  void readsTheSameRowsWritten(String otherwise) throws IOException {
    Path file =
        switch (otherwise) {
          case "windows line ends" -> write("\r\n", LINES.all());
          case "byte order mark" ->
              write("\n", LINES.with(1, "\ufeff" + LINES.all().getFirst()).all());
          case "another order" ->
              write("\n", LINES.all().stream().map(BadInputTest::reversed).toList());
          case "quotes" -> write("\n", LINES.all().stream().map(BadInputTest::quoted).toList());
          default ->
              write("\n", LINES.all().stream().map(it -> it.replace("3021-09-18", "")).toList());
        };

    String expected = rows(run(write("\n", LINES.all())));
    assertTrue(expected.startsWith("sha256:"), expected);
    assertEquals(expected, rows(run(file)));
  }

  private static String rows(Said said) {
    return said.text()
        .lines()
        .filter(line -> line.contains("ingest") && line.contains("done"))
        .map(line -> line.substring(line.indexOf("sha256:")))
        .collect(Collectors.joining());
  }

  private Said run(Path data) {
    return Said.by("run", "credit-risk", "--data=" + data, "--store=" + directory.resolve("store"));
  }

  private Path write(String end, List<String> text) throws IOException {
    Path file = Files.createTempFile(directory, "loans", ".csv");
    return Files.writeString(
        file, text.stream().map(line -> line + end).collect(Collectors.joining()));
  }

  private static String reversed(String line) {
    return String.join(",", List.of(line.split(",", -1)).reversed());
  }

  private static String quoted(String line) {
    return "\"" + line.replace(",", "\",\"") + "\"";
  }
}
