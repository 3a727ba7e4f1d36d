package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.artifact.Sha256;
import org.penstock.cli.ProjectRuns.Edit;

/** A project with a ranked list: whole runs on odd files, and the list beside the service. */
class SmartThermostatTest {

  private static final String PROJECT = "smart-thermostat";
  private static final SampleLines LINES = SampleLines.of(PROJECT, 7, 2_000);

  /** The number of a customer, which has no name in the header, and the outcome. */
  private static final Set<String> UNKNOWN = Set.of("", "bought_toon");

  @TempDir Path directory;

  private ProjectRuns runs = new ProjectRuns(PROJECT, Path.of(""), List.of());

  @BeforeEach
  void start() {
    runs =
        new ProjectRuns(
            PROJECT,
            directory,
            List.of(
                new Edit("trees: \\[\\d+]", "trees: [10]"),
                new Edit("bootstrap: \\d+", "bootstrap: 20")));
  }

  @Test
  void listsWhatTheServiceAnswersBitForBit() throws Exception {
    Map<String, String> digests =
        runs.run(LINES, "--json", "--approve-as=ada", "--reason=to list", "--despite-policy")
            .document()
            .digests();
    Map<String, Object> listed = listed(digests.get("score/ranking-csv"));
    Map<String, String> notBought = new LinkedHashMap<>();
    LINES.rows().stream()
        .filter(line -> LINES.cell(line, "bought_toon").equals("FALSE"))
        .forEach(line -> notBought.put(LINES.cell(line, ""), line));

    assertEquals(Set.copyOf(notBought.keySet()), Set.copyOf(listed.keySet()));
    try (Served served = runs.serve()) {
      assertEquals(
          notBought.keySet().stream().map(listed::get).toList(),
          Served.predictions(served.post(LINES, List.copyOf(notBought.values()), UNKNOWN)).stream()
              .map(answer -> (Object) answer.get("probability"))
              .toList());
      for (String id : notBought.keySet().stream().limit(50).toList()) {
        assertEquals(listed.get(id), served.prediction(id).get("probability"), id);
      }
      // One record alone, of which next to nothing is known.
      assertEquals(
          1, Served.predictions(served.post(LINES, List.of(nothingKnown()), UNKNOWN)).size());
    }
  }

  private Map<String, Object> listed(String digest) throws IOException {
    List<String> csv = Files.readAllLines(runs.open().fetch(Sha256.parse(digest)));
    assertEquals(
        "customer_id,possible_prospect,reject_toon_chance,buy_toon_chance", csv.getFirst());
    Map<String, Object> listed = new LinkedHashMap<>();
    double before = 1;
    for (String line : csv.subList(1, csv.size())) {
      String[] cells = line.split(",");
      double chance = Double.parseDouble(cells[3]);
      assertTrue(chance <= before, line);
      assertEquals(1 - chance, Double.parseDouble(cells[2]));
      listed.put(cells[0], chance);
      before = chance;
    }
    return listed;
  }

  /** What a whole column may be, and a model comes out all the same. */
  @ParameterizedTest
  @CsvSource({
    "age, ''",
    "province, ''",
    "province, UTRECHT",
    "electricity_last_contract_term, 10 YEARS",
    "gas_annual_consumption_estimated, 0",
  })
  void learnsWithoutAColumnThatSaysNothing(String column, String value) throws IOException {
    runs.run(LINES.with(column, value)).assertIs(0, "approve");
  }

  @ParameterizedTest
  @CsvSource({"FALSE, 0 positive and", "TRUE, and 0 negative"})
  void saysThatNobodyOrEverybodyBought(String bought, String none) throws IOException {
    Said said = runs.run(LINES.with("bought_toon", bought));

    said.assertIs(65, none);
    said.assertIs(65, "expected at least 5 of each");
  }

  /** What a whole column must not be. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "province | BRUSSEL | 'province' has a value that is personal and not shown, expected one",
        "age | NA | 'age' has a value that is personal and not shown, expected a whole number",
        "age | 42.5 | 'age' has a value that is personal and not shown, expected a whole number",
        "bought_toon | 1 | 'bought_toon' is '1', expected 'TRUE' or 'FALSE'",
      })
  void namesTheColumn(String column, String value, String expected) throws IOException {
    runs.run(LINES.with(column, value)).assertIs(65, "line 2: " + expected);
  }

  /** A line with every value missing that may be. */
  private static String nothingKnown() {
    String line = LINES.rows().getFirst();
    for (String column : LINES.columns()) {
      String cell = LINES.cell(line, column);
      if (!column.isEmpty() && !cell.equals("TRUE") && !cell.equals("FALSE")) {
        line = LINES.with(line, column, "");
      }
    }
    return line;
  }
}
