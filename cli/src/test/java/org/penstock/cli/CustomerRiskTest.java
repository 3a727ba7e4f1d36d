package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.artifact.Sha256;
import org.penstock.cli.ProjectRuns.Edit;
import org.penstock.dataset.Dataset;
import org.penstock.row.Column;
import org.penstock.scoring.ModelBundle;
import org.penstock.table.ParquetColumns;

/** A project of rows without entities: whole runs on odd files, and rows posted to its service. */
class CustomerRiskTest {

  private static final String PROJECT = "customer-risk";
  private static final SampleLines LINES = SampleLines.of(PROJECT, 7, 600);

  @TempDir Path directory;

  private ProjectRuns runs = new ProjectRuns(PROJECT, Path.of(""), List.of());

  @BeforeEach
  void start() {
    runs =
        new ProjectRuns(
            PROJECT,
            directory,
            List.of(
                new Edit("trees: \\[100, 200]", "trees: [20]"),
                new Edit("trees: \\[300]", "trees: [5]"),
                new Edit("bootstrap: \\d+", "bootstrap: 20")));
  }

  @Test
  void predictsOfEveryPostedRowWhatItsBatchFeaturesGive() throws Exception {
    Map<String, String> digests =
        runs.run(LINES, "--json", "--approve-as=ada", "--reason=to post rows", "--despite-policy")
            .document()
            .digests();

    List<Object> posted = new ArrayList<>();
    try (Served served = runs.serve()) {
      Served.predictions(served.post(LINES, LINES.rows(), Set.of("target")))
          .forEach(answer -> posted.add(answer.get("probability")));
    }

    assertEquals(batch(digests.get("train/model"), digests.get("features/training")), posted);
    assertEquals(LINES.rows().size(), posted.size());
  }

  /** What breaks a line: where, the value, and what is said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "deposits    | -10    | 'deposits' is '-10', expected 0 to 100000",
        "stakes      | -10    | 'stakes' is '-10', expected 0 to 100000",
        "stakes      | NA     | 'stakes' is 'NA', expected a whole number",
        "deposits    | 1e9    | 'deposits' is '1e9', expected a whole number",
        "withdrawals | none   | 'withdrawals' is 'none', expected a whole number",
        "product     | NA     | 'product' is 'NA', expected one of [bet, gaming]",
        "product     | casino | 'product' is 'casino', expected one of [bet, gaming]",
        "age         | 30-49  | 'age' has a value that is personal and not shown, expected one of",
        "target      | 2      | 'target' is '2', expected '1' or '0'",
        "target      | ''     | 'target' is"
      })
  void namesTheLineAndColumn(String column, String value, String expected) throws IOException {
    runs.run(LINES.with(3, column, value)).assertIs(65, "ingest: line 3: " + expected);
  }

  /** Of many bad rows the sentence counts and shows a few, and tells where all of them are. */
  @Test
  void countsBadRowsByColumn() throws IOException {
    Said said = runs.run(LINES.with("stakes", "NA"));

    said.assertIs(65, "600 of 600 rows of rows.csv break the contract (100 %");
    said.assertIs(65, "600 rows: 'stakes' expected a whole number");
  }

  /** What a whole column may be, and a model comes out all the same. */
  @ParameterizedTest
  @CsvSource({
    "deposits, 50",
    "deposits, 0",
    "withdrawals, NA",
    "withdrawals, ''",
    "product, bet",
    "age, <30"
  })
  void learnsWithoutAColumnThatSaysNothing(String column, String value) throws IOException {
    runs.run(LINES.with(column, value)).assertIs(0, "approve");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 positive and", "1, and 0 negative"})
  void saysThatThereIsOneClass(String target, String none) throws IOException {
    Said said = runs.run(LINES.with("target", target));

    said.assertIs(65, none);
    said.assertIs(65, "expected at least 5 of each");
  }

  @Test
  void saysThatAllRowsAreEqual() throws IOException {
    List<String> equal = new ArrayList<>(List.of(LINES.all().getFirst()));
    IntStream.range(0, 50).forEach(i -> equal.add("50,20,80,bet,<30," + i % 2));

    runs.run(new SampleLines(equal)).assertIs(65, "1 group(s)");
  }

  private List<Object> batch(String model, String training) throws IOException {
    ModelBundle bundle = ModelBundle.read(runs.open().fetch(Sha256.parse(model)));
    Path table = runs.open().fetch(Sha256.parse(training));
    Dataset dataset =
        Dataset.of(
            ParquetColumns.read(
                table, ParquetColumns.columns(table).stream().map(Column::name).toList()));
    double[] row = new double[dataset.features().size()];
    List<Object> probabilities = new ArrayList<>();
    for (int i = 0; i < dataset.rows(); i++) {
      dataset.example(i, row);
      probabilities.add(bundle.probability(row));
    }
    return probabilities;
  }
}
