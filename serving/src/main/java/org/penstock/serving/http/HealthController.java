package org.penstock.serving.http;

import static java.util.Objects.requireNonNull;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import org.penstock.serving.production.Readiness;

/**
 * Probes. The port opens only after everything is loaded and verified; so whoever is answered is
 * answered by a service that is ready, unless it is about to end.
 */
@Controller("/health")
final class HealthController {

  private final Readiness readiness;

  HealthController(Readiness readiness) {
    this.readiness = requireNonNull(readiness, "readiness");
  }

  @Get("/live")
  Answer live() {
    return json -> Json.write(Map.of("live", true), json);
  }

  @Get("/ready")
  HttpResponse<Answer> ready() {
    boolean ready = !readiness.isLeaving();
    return HttpResponse.<Answer>status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(json -> Json.write(Map.of("ready", ready), json));
  }
}
