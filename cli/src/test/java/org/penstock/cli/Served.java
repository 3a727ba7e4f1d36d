package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.CanonicalJson;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Projects;
import org.penstock.row.Column;
import org.penstock.row.RowSchema;
import org.penstock.row.Spelling;
import org.penstock.serving.Server;

/** The service of a project on a port of its own, and a client of it. */
record Served(RowSchema<?> rows, Server server, HttpClient client) implements AutoCloseable {

  static Served start(String project, ArtifactStore store) throws IOException {
    ModelProject code = Projects.named(project, ModelProject.class);
    Server server =
        Server.start(code, store, ApprovalVerifier.onLaptop(), new Server.Listen("127.0.0.1", 0));
    return new Served(RowSchema.of(code.view().rowType()), server, HttpClient.newHttpClient());
  }

  /** Returns what the service says of {@code id}. */
  Map<String, Object> prediction(String id) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = send(request("/v1/predictions/" + id));
    Map<String, Object> answer = CanonicalJson.read(response.body());
    assertEquals(200, response.statusCode(), answer::toString);
    return answer;
  }

  /** Returns the status of a question after {@code id}. */
  int status(String id) throws IOException, InterruptedException {
    return send(request("/v1/predictions/" + id)).statusCode();
  }

  /**
   * Posts lines as named rows, with fields in the other order than the file has them, and returns
   * the whole answer.
   *
   * @param unknown columns that a client does not know
   */
  Map<String, Object> post(SampleLines sample, List<String> lines, Set<String> unknown)
      throws IOException, InterruptedException {
    String body =
        lines.stream()
            .map(line -> json(sample.columns(), line.split(",", -1), unknown))
            .collect(Collectors.joining(",", "[", "]"));
    HttpResponse<byte[]> response =
        send(
            request("/v1/predictions")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    Map<String, Object> answer = CanonicalJson.read(response.body());
    assertEquals(200, response.statusCode(), answer::toString);
    return answer;
  }

  /** Returns what an answer says of each row. */
  static List<Map<?, ?>> predictions(Map<String, Object> answer) {
    List<Map<?, ?>> predictions = new ArrayList<>();
    ((List<?>) answer.get("predictions")).forEach(one -> predictions.add((Map<?, ?>) one));
    return predictions;
  }

  private String json(List<String> header, String[] cells, Set<String> unknown) {
    return IntStream.iterate(cells.length - 1, i -> i >= 0, i -> i - 1)
        .filter(i -> !unknown.contains(header.get(i)))
        .mapToObj(i -> "\"%s\": %s".formatted(header.get(i), json(header.get(i), cells[i])))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String json(String name, String cell) {
    int index = rows.indexOfHeader(name);
    Column column = rows.columns().get(index);
    Spelling spelling = rows.spelling(index);
    if (column.optional() && (cell.isEmpty() || spelling.missing().contains(cell))) {
      return "null";
    }
    return switch (column.kind()) {
      case INT, LONG, DOUBLE -> cell;
      case BOOLEAN -> Boolean.toString(cell.equals(spelling.yes()));
      case CATEGORY, TEXT, DATE, TIMESTAMP -> '"' + cell + '"';
    };
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
