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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.penstock.feature.ModelProject;
import org.penstock.feature.Projects;
import org.penstock.serving.Server;

/** A project with a ranked list: whole runs on odd files, and the list beside the service. */
class SmartThermostatTest {

  private static final String PROJECT = "smart-thermostat";
  private static final int CUSTOMERS = 2_000;
  private static final int LABEL = 10;

  @TempDir Path directory;

  private List<String> lines = List.of();

  @BeforeEach
  void sample() throws IOException {
    StringBuilder csv = new StringBuilder();
    Projects.named(PROJECT, ModelProject.class).writeSample(7, CUSTOMERS, csv);
    lines = csv.toString().lines().toList();
  }

  @Test
  void listsWhatTheServiceAnswersBitForBit() throws Exception {
    Said said = run(lines, "--json", "--approve-as=ada", "--reason=to list", "--despite-policy");
    assertEquals(0, said.code(), said.text());
    RunDocument document =
        new RunDocument(CanonicalJson.read(said.text().strip().getBytes(StandardCharsets.UTF_8)));
    Map<String, Double> listed = listed(document.digests().get("score/ranking-csv"));
    Map<String, String> notBought = new LinkedHashMap<>();
    lines.stream()
        .skip(1)
        .filter(line -> line.split(",", -1)[LABEL].equals("FALSE"))
        .forEach(line -> notBought.put(line.split(",")[0], line));

    assertEquals(Set.copyOf(notBought.keySet()), Set.copyOf(listed.keySet()));
    try (Server server =
            Server.start(
                Projects.named(PROJECT, ModelProject.class),
                open(),
                ApprovalVerifier.onLaptop(),
                new Server.Listen("127.0.0.1", 0));
        HttpClient client = HttpClient.newHttpClient()) {
      assertEquals(
          notBought.keySet().stream().map(listed::get).toList(),
          post(client, server, List.copyOf(notBought.values())));
      for (String id : notBought.keySet().stream().limit(50).toList()) {
        assertEquals(listed.get(id), byId(client, server, id), id);
      }
      // One record alone, of which next to nothing is known.
      assertEquals(1, post(client, server, List.of(nothingKnown())).size());
    }
  }

  private Map<String, Double> listed(String digest) throws IOException {
    List<String> csv = Files.readAllLines(open().fetch(Sha256.parse(digest)));
    assertEquals(
        "customer_id,possible_prospect,reject_toon_chance,buy_toon_chance", csv.getFirst());
    Map<String, Double> listed = new LinkedHashMap<>();
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
    Said said = run(all(column, value));

    assertEquals(0, said.code(), said.text());
    assertTrue(said.text().contains("approve"), said.text());
  }

  @Test
  void saysThatNobodyBought() throws IOException {
    Said said = run(all("bought_toon", "FALSE"));

    assertEquals(65, said.code(), said.text());
    assertTrue(said.text().contains("expected at least 5 of each"), said.text());
  }

  @Test
  void namesTheLineAndColumnOfAProvinceThatIsNone() throws IOException {
    List<String> broken = all("province", "BRUSSEL");

    Said said = run(broken);

    assertEquals(65, said.code(), said.text());
    assertTrue(
        said.text().contains("'province' has a value that is personal and not shown"), said.text());
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

  private List<Double> post(HttpClient client, Server server, List<String> csv)
      throws IOException, InterruptedException {
    String body = csv.stream().map(this::json).collect(Collectors.joining(",", "[", "]"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve("/v1/predictions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return ((List<?>) answer(client, request).get("predictions"))
        .stream().map(one -> (Double) ((Map<?, ?>) one).get("probability")).toList();
  }

  private Double byId(HttpClient client, Server server, String id)
      throws IOException, InterruptedException {
    URI uri = server.uri().resolve("/v1/predictions/" + id);
    return (Double) answer(client, HttpRequest.newBuilder(uri)).get("probability");
  }

  private static Map<String, Object> answer(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    Map<String, Object> answer = CanonicalJson.read(response.body());
    assertEquals(200, response.statusCode(), answer::toString);
    return answer;
  }

  /** A line with every value missing that may be. */
  private String nothingKnown() {
    String[] cells = lines.get(1).split(",", -1);
    for (int i = 1; i < cells.length; i++) {
      cells[i] = cells[i].equals("TRUE") || cells[i].equals("FALSE") ? cells[i] : "";
    }
    return String.join(",", cells);
  }

  /** A request knows neither the number of the customer nor the outcome. */
  private String json(String line) {
    List<String> names = List.of(lines.getFirst().split(","));
    String[] cells = line.split(",", -1);
    return IntStream.range(1, cells.length)
        .filter(i -> i != LABEL)
        .mapToObj(i -> "\"%s\": %s".formatted(names.get(i), value(cells[i])))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String value(String cell) {
    return switch (cell) {
      case "" -> "null";
      case "TRUE" -> "true";
      case "FALSE" -> "false";
      default -> cell.matches("\\d+") ? cell : '"' + cell + '"';
    };
  }

  private List<String> all(String column, String value) {
    int index = List.of(lines.getFirst().split(",")).indexOf(column);
    List<String> changed = new ArrayList<>(List.of(lines.getFirst()));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      cells[index] = value;
      changed.add(String.join(",", cells));
    }
    return changed;
  }

  /** The project's own settings with smaller models. */
  private Path settings() throws IOException {
    Path own = PenstockHome.ofEnvironment().settings(PROJECT).orElseThrow();
    String yaml =
        Files.readString(own)
            .replaceAll("trees: \\[\\d+]", "trees: [10]")
            .replaceFirst("bootstrap: \\d+", "bootstrap: 20");
    return Files.writeString(directory.resolve("project.yaml"), yaml);
  }

  private String store() {
    return "--store=" + directory.resolve("store");
  }

  private ArtifactStore open() throws IOException {
    return Stores.open(directory.resolve("store").toString(), Optional.empty());
  }
}
