package org.penstock.serving.http;

import static java.util.Objects.requireNonNull;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.penstock.serving.production.Readiness;

/**
 * Ends kept-alive connections, one answer each, while the service is about to end: a client whose
 * connection is closed under it between two requests could not tell whether the second was read.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LeaveFilter {

  private final Readiness readiness;

  LeaveFilter(Readiness readiness) {
    this.readiness = requireNonNull(readiness, "readiness");
  }

  @ResponseFilter
  void close(MutableHttpResponse<?> response) {
    if (readiness.isLeaving()) {
      response.header(HttpHeaders.CONNECTION, "close");
    }
  }
}
