package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls over HTTP, none of which takes longer than it may, whatever the server does or does not.
 */
public final class HttpCalls implements AutoCloseable {

  private static final int MAX_BODY = 1 << 20;

  private final HttpClient client;
  private final Duration timeout;
  private final Clock clock;

  /**
   * @param timeout from the connection to the last byte of the answer
   * @param clock tells how far away a date in {@code Retry-After} is
   */
  public HttpCalls(Duration timeout, Clock clock) {
    this.timeout = requireNonNull(timeout, "timeout");
    this.clock = requireNonNull(clock, "clock");
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  /**
   * Makes one call. Redirects are not followed: each would be another call. Bytes that are no UTF-8
   * are U+FFFD in the answer.
   */
  public Reply call(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY));
    try {
      return reply(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return failed("no whole answer within %d ms".formatted(timeout.toMillis()));
    } catch (ExecutionException e) {
      return failed("the connection failed: " + reason(e.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private Reply reply(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new Reply.Found(new String(response.body(), StandardCharsets.UTF_8));
    }
    if (status == 404 || status == 410) {
      return new Reply.Absent();
    }
    String answered = "%s answered %d".formatted(response.uri().getHost(), status);
    boolean passes = status >= 500 || status == 429 || status == 408 || status == 425;
    return passes
        ? new Reply.Failed(
            answered,
            response
                .headers()
                .firstValue("Retry-After")
                .flatMap(text -> RetryAfter.parse(text, clock.instant())))
        : new Reply.Refused(answered);
  }

  private static Reply failed(String reason) {
    return new Reply.Failed(reason, Optional.empty());
  }

  private static String reason(Throwable failure) {
    return failure instanceof IOException && failure.getMessage() != null
        ? failure.getMessage()
        : failure.toString();
  }

  /** Returns the address of {@code path} below that of a vendor. */
  public static URI below(URI vendor, String path) {
    String base = vendor.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
