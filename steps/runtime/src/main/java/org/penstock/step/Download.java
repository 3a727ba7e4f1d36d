package org.penstock.step;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Fetches a file over HTTP. */
final class Download {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private Download() {}

  /**
   * Fetches {@code uri} into {@code file}.
   *
   * @return whether there is such a file
   * @throws IOException if the network or the server fails, which may pass
   * @throws StepFailure if the server does not give it to us
   */
  static boolean fetch(URI uri, Path file) throws IOException, InterruptedException {
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

      if (status != 200 && status != NOT_FOUND && status != GONE) {
        throw new StepFailure(
            ExitCode.INPUT, List.of("%s answered %d, expected 200".formatted(uri, status)));
      }
      return status == 200;
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
