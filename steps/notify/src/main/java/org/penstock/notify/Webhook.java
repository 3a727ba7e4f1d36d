package org.penstock.notify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * An address that takes a document. What it does not take at once it is given again twice, unless
 * it says that the document is at fault. Messages name its host only: the rest is a secret.
 */
final class Webhook {

  private static final int TRIES = 3;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final URI address;
  private final HttpClient client;
  private final Pause pause;

  /** Waits between two tries. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  Webhook(URI address, HttpClient client, Pause pause) {
    this.address = requireNonNull(address, "address");
    this.client = requireNonNull(client, "client");
    this.pause = requireNonNull(pause, "pause");
  }

  /** Posts {@code json} and returns why that failed, in a sentence, or empty. */
  Optional<String> post(byte[] json) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json))
            .build();
    for (int left = TRIES - 1; ; left--) {
      Answer answer = ask(request);
      if (answer.isFinal() || left == 0) {
        return answer.problem();
      }
      pause.sleep(PAUSE.multipliedBy(TRIES - left));
    }
  }

  /**
   * What came back.
   *
   * @param problem empty: it was taken
   * @param isFinal whether asking again would change nothing
   */
  private record Answer(Optional<String> problem, boolean isFinal) {}

  private Answer ask(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
      int status = response.statusCode();
      if (status >= 200 && status < 300) {
        return new Answer(Optional.empty(), true);
      }
      return new Answer(
          Optional.of("%s answered %d instead of 200".formatted(address.getHost(), status)),
          status < 500 && status != 429);
    } catch (IOException e) {
      return new Answer(
          Optional.of(
              "%s does not answer: %s"
                  .formatted(
                      address.getHost(),
                      e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())),
          false);
    }
  }
}
