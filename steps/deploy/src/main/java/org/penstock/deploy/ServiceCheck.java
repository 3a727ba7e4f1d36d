package org.penstock.deploy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.penstock.artifact.Sha256;
import org.penstock.feature.FeatureTable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service what it serves, and compares its predictions with our own scores. */
public final class ServiceCheck {

  private static final int ENTITIES = 20;
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Until every node has learnt which pods a Service has now. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Processors may round the exponential function differently in its last digits. */
  private static final double ROUNDING = 1e-9;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI service;
  private final HttpClient client;
  private final Clock clock;

  private ServiceCheck(URI service, HttpClient client, Clock clock) {
    this.service = requireNonNull(service, "service");
    this.client = requireNonNull(client, "client");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Returns a check of the service at {@code service}. */
  public static ServiceCheck of(URI service, Clock clock) {
    HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(ANSWER).build();
    return new ServiceCheck(service, client, clock);
  }

  /** Returns why the service does not serve {@code candidate} as {@code deployment}. */
  public List<String> problems(Sha256 deployment, Candidate candidate) throws InterruptedException {
    List<String> problems = problems("deployment", deployment);
    return problems.isEmpty() ? predictions(candidate) : problems;
  }

  /**
   * Returns why the service does not say that it serves {@code digest}; asks for half a minute.
   *
   * @param field of its model card, {@code deployment} or {@code model}
   */
  public List<String> problems(String field, Sha256 digest) throws InterruptedException {
    Instant start = clock.instant();
    while (true) {
      String problem = difference(field, digest);
      if (problem.isEmpty()) {
        return List.of();
      }
      if (!clock.instant().isBefore(start.plus(PATIENCE))) {
        return List.of(problem);
      }
      Thread.sleep(EVERY);
    }
  }

  private String difference(String field, Sha256 digest) throws InterruptedException {
    try {
      String served = ask("/v1/model").path(field).asString("");
      return served.equals(digest.toString())
          ? ""
          : "%s serves the %s %s, not %s.".formatted(service, field, served, digest);
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  /** Asks about entities from all over the feature table. */
  private List<String> predictions(Candidate candidate) throws InterruptedException {
    FeatureTable features = candidate.features();
    List<String> problems = new ArrayList<>();
    int step = Math.max(1, features.size() / ENTITIES);
    for (int row = 0; row < features.size() && problems.isEmpty(); row += step) {
      try {
        String id = URLEncoder.encode(features.id(row), StandardCharsets.UTF_8);
        Candidate.Expected expected = candidate.expected(row);
        double answered = ask("/v1/predictions/" + id).path(expected.field()).asDouble(Double.NaN);
        if (!(Math.abs(answered - expected.value()) <= ROUNDING)) {
          problems.add(
              "%s predicts %s for row %d of the feature table, where the model gives %s."
                  .formatted(service, answered, row, expected.value()));
        }
      } catch (IOException e) {
        problems.add(e.getMessage());
      }
    }
    return problems;
  }

  /** The JDK says of a port at which nobody listens no more than the type of the failure. */
  private static String why(IOException e) {
    return e instanceof ConnectException && e.getMessage() == null
        ? "connection refused"
        : e.toString();
  }

  private JsonNode ask(String path) throws IOException, InterruptedException {
    URI uri = service.resolve(path);
    HttpResponse<byte[]> response;
    try {
      response =
          client.send(
              HttpRequest.newBuilder(uri).timeout(ANSWER).build(),
              HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IOException("%s did not answer: %s.".formatted(service, why(e)), e);
    }
    try {
      JsonNode body = JSON.readTree(response.body());
      if (response.statusCode() == 200) {
        return body;
      }
      throw new IOException(
          "%s answered %d at %s: %s."
              .formatted(
                  service,
                  response.statusCode(),
                  path.replaceFirst("predictions/.*", "predictions/…"),
                  body.path("message").asString("without a reason")));
    } catch (JacksonException e) {
      throw new IOException(
          "%s answered %d without JSON.".formatted(service, response.statusCode()), e);
    }
  }
}
