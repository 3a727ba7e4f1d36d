package org.penstock.serving.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;

/**
 * Probes. The port opens only after everything is loaded and verified, and closes before the
 * process ends; so whoever is answered is answered by a service that is ready.
 */
@Controller("/health")
final class HealthController {

  @Get("/live")
  Answer live() {
    return json -> Json.write(Map.of("live", true), json);
  }

  @Get("/ready")
  Answer ready() {
    return json -> Json.write(Map.of("ready", true), json);
  }
}
