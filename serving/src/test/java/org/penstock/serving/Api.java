package org.penstock.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.penstock.artifact.CanonicalJson;

/** Calls a service as its users do. */
final class Api implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI uri;

  Api(URI uri) {
    this.uri = uri;
  }

  /** What came back. */
  record Reply(int status, String contentType, String body) {
    Map<String, Object> json() {
      return CanonicalJson.read(body.getBytes(StandardCharsets.UTF_8));
    }

    String code() {
      return (String) json().get("code");
    }
  }

  Reply get(String path) {
    return send(HttpRequest.newBuilder(uri.resolve(path)).GET());
  }

  Reply post(String path, String json) {
    return post(path, json.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  Reply post(String path, byte[] body, String contentType) {
    return send(
        HttpRequest.newBuilder(uri.resolve(path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  Reply send(String method, String path) {
    return send(HttpRequest.newBuilder(uri.resolve(path)).method(method, BodyPublishers.noBody()));
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(
              request.timeout(Duration.ofSeconds(10)).build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Reply(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
