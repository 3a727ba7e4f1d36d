package org.penstock.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

/** Fetches a file over HTTP. */
final class Download {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private Download() {}

  /**
   * Fetches {@code uri} into {@code file}.
   *
   * @throws IOException if the network or the server fails, which may pass
   * @throws StepFailure if the server says that there is no such file for us
   */
  static void fetch(URI uri, Path file) throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(TIMEOUT)
            .build()) {
      HttpResponse<Path> response = answer(client, uri, file);
      int status = response.statusCode();
      if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
        throw new IOException("%s answered %d".formatted(uri, status));
      }

      if (status != 200) {
        throw new StepFailure(
            ExitCode.INPUT, List.of("%s answered %d, expected 200".formatted(uri, status)));
      }
    }
  }

  /** Exceptions of the client often have no message, and never the address. */
  private static HttpResponse<Path> answer(HttpClient client, URI uri, Path file)
      throws IOException, InterruptedException {
    try {
      return client.send(
          HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofFile(file));
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new IOException("Cannot fetch %s: %s".formatted(uri, reason), e);
    }
  }
}
