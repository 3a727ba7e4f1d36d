package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;
import org.penstock.dataset.Dataset;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Projects;
import org.penstock.row.Column;
import org.penstock.scoring.ModelBundle;
import org.penstock.serving.Server;
import org.penstock.table.ParquetColumns;

/** A project of rows without entities: whole runs on odd files, and rows posted to its service. */
class CustomerRiskTest {

  private static final String PROJECT = "customer-risk";
  private static final int CUSTOMERS = 600;

  @TempDir Path directory;

  private List<String> lines = List.of();

  @BeforeEach
  void sample() throws IOException {
    StringBuilder csv = new StringBuilder();
    Projects.named(PROJECT, ModelProject.class).writeSample(7, CUSTOMERS, csv);
    lines = csv.toString().lines().toList();
  }

  @Test
  void predictsOfEveryPostedRowWhatItsBatchFeaturesGive() throws Exception {
    Said said = run(lines, "--json");
    assertEquals(0, said.code(), said.text());
    RunDocument document =
        new RunDocument(CanonicalJson.read(said.text().strip().getBytes(StandardCharsets.UTF_8)));
    approve(document);
    Map<String, String> digests = document.digests();

    List<Double> posted = post(lines);

    assertEquals(batch(digests.get("train/model"), digests.get("features/training")), posted);
    assertEquals(CUSTOMERS, posted.size());
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
        "target      | 2      | 'target' is '2', expected '1' or '0'"
      })
  void namesTheLineAndColumn(String column, String value, String expected) throws IOException {
    List<String> broken = new ArrayList<>(lines);
    broken.set(2, with(lines.get(2), column, value));

    Said said = run(broken);

    assertEquals(65, said.code(), said.text());
    assertTrue(said.text().contains("ingest: line 3: " + expected), said.text());
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
    Said said = run(all(column, value));

    assertEquals(0, said.code(), said.text());
    assertTrue(said.text().contains("approve"), said.text());
  }

  @Test
  void saysThatThereIsOneClass() throws IOException {
    Said said = run(all("target", "0"));

    assertEquals(65, said.code(), said.text());
    assertTrue(said.text().contains("expected at least 5 of each"), said.text());
  }

  @Test
  void saysThatAllRowsAreEqual() throws IOException {
    List<String> equal = new ArrayList<>(List.of(lines.getFirst()));
    for (int i = 0; i < 50; i++) {
      equal.add("50,20,80,bet,<30," + i % 2);
    }

    Said said = run(equal);

    assertEquals(65, said.code(), said.text());
    assertTrue(said.text().contains("1 group(s)"), said.text());
  }

  /** What a command printed, and how it ended. */
  private record Said(int code, String text) {}

  private Said run(List<String> csv, String... more) throws IOException {
    Path data = Files.write(directory.resolve("customers.csv"), csv);
    List<String> args = new ArrayList<>(List.of("run", PROJECT, "--data=" + data, store()));
    args.add("--config=" + settings());
    args.addAll(List.of(more));
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int code = PenstockMain.commandLine().execute(args.toArray(String[]::new));
      return new Said(code, out.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  private void approve(RunDocument document) {
    int code =
        PenstockMain.commandLine()
            .execute(
                "approve",
                (String) document.tree().get("run"),
                store(),
                "--as=ada",
                "--reason=to post rows",
                "--despite-policy");
    assertEquals(0, code);
  }

  /** Rows without their outcome, fields the other way round than in the file. */
  private List<Double> post(List<String> csv) throws IOException, InterruptedException {
    String body = csv.stream().skip(1).map(this::json).collect(Collectors.joining(",", "[", "]"));
    try (Server server =
            Server.start(
                Projects.named(PROJECT, ModelProject.class),
                open(),
                ApprovalVerifier.onLaptop(),
                new Server.Listen("127.0.0.1", 0));
        HttpClient client = HttpClient.newHttpClient()) {
      URI uri = server.uri().resolve("/v1/predictions");
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(uri)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      Map<String, Object> answer = CanonicalJson.read(response.body());
      assertEquals(200, response.statusCode(), answer::toString);
      return ((List<?>) answer.get("predictions"))
          .stream().map(one -> (Double) ((Map<?, ?>) one).get("probability")).toList();
    }
  }

  private String json(String line) {
    List<String> names = List.of(lines.getFirst().split(","));
    String[] cells = line.split(",", -1);
    return IntStream.iterate(names.indexOf("target") - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(i -> "\"%s\": %s".formatted(names.get(i), value(cells[i])))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String value(String cell) {
    return cell.equals("NA") ? "null" : cell.matches("\\d+") ? cell : '"' + cell + '"';
  }

  private List<Double> batch(String model, String training) throws IOException {
    ModelBundle bundle = ModelBundle.read(open().fetch(Sha256.parse(model)));
    Path table = open().fetch(Sha256.parse(training));
    Dataset dataset =
        Dataset.of(
            ParquetColumns.read(
                table, ParquetColumns.columns(table).stream().map(Column::name).toList()));
    double[] row = new double[dataset.features().size()];
    List<Double> probabilities = new ArrayList<>();
    for (int i = 0; i < dataset.rows(); i++) {
      dataset.example(i, row);
      probabilities.add(bundle.probability(row));
    }
    return probabilities;
  }

  /** The project's own settings with one small search. */
  private Path settings() throws IOException {
    Path own = PenstockHome.ofEnvironment().settings(PROJECT).orElseThrow();
    String yaml =
        Files.readString(own)
            .replaceFirst("trees: \\[100, 200]", "trees: [20]")
            .replaceFirst("trees: \\[300]", "trees: [5]")
            .replaceFirst("bootstrap: \\d+", "bootstrap: 20");
    return Files.writeString(directory.resolve("project.yaml"), yaml);
  }

  private List<String> all(String column, String value) {
    List<String> changed = new ArrayList<>(List.of(lines.getFirst()));
    lines.stream().skip(1).map(line -> with(line, column, value)).forEach(changed::add);
    return changed;
  }

  private String with(String line, String column, String value) {
    String[] cells = line.split(",", -1);
    cells[List.of(lines.getFirst().split(",")).indexOf(column)] = value;
    return String.join(",", cells);
  }

  private String store() {
    return "--store=" + directory.resolve("store");
  }

  private ArtifactStore open() throws IOException {
    return Stores.open(directory.resolve("store").toString(), Optional.empty());
  }
}
