package org.penstock.serving.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** What the service did so far, for Prometheus. */
@Controller("/metrics")
final class MetricsController {

  private final ServingMetrics metrics;

  MetricsController(ServingMetrics metrics) {
    this.metrics = metrics;
  }

  @Get(produces = "text/plain; version=0.0.4; charset=utf-8")
  String scrape() {
    return metrics.scrape();
  }
}
