package org.penstock.serving.http;

import io.micrometer.core.instrument.Timer;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures how long requests take, by the pattern of their path. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestTimes {

  private static final String BEGIN = RequestTimes.class.getName();

  private static final Duration[] BUCKETS = {
    Duration.ofNanos(100_000),
    Duration.ofNanos(250_000),
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1)
  };

  private final ServingMetrics metrics;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  RequestTimes(ServingMetrics metrics) {
    this.metrics = metrics;
  }

  private record Key(String method, String uri, int status) {}

  @RequestFilter
  void begin(HttpRequest<?> request) {
    request.setAttribute(BEGIN, System.nanoTime());
  }

  @ResponseFilter
  void end(HttpRequest<?> request, HttpResponse<?> response) {
    long now = System.nanoTime();
    String uri =
        BasicHttpAttributes.getUriTemplate(request)
            .orElse("UNKNOWN"); // not the path itself, of which there are any number
    Timer timer =
        timers.computeIfAbsent(
            new Key(request.getMethod().name(), uri, response.code()), this::timer);
    request
        .getAttribute(BEGIN, Long.class)
        .ifPresent(begin -> timer.record(Duration.ofNanos(now - begin)));
  }

  private Timer timer(Key key) {
    return Timer.builder("http.server.requests")
        .description("Time from the head of a request to its response")
        .tags("method", key.method(), "uri", key.uri(), "status", Integer.toString(key.status()))
        .serviceLevelObjectives(BUCKETS)
        .register(metrics.registry());
  }
}
