package org.penstock.serving;

import java.util.Map;

/** The configuration of the HTTP server; nothing else configures it, not files nor environment. */
final class ServerProperties {

  private ServerProperties() {}

  static Map<String, Object> of(Server.Listen listen) {
    return Map.of(
        "micronaut.server.host",
        listen.host(),
        "micronaut.server.port",
        listen.port() == 0 ? -1 : listen.port(),
        "micronaut.server.max-request-size",
        4 << 20,
        "micronaut.server.netty.max-initial-line-length",
        4096,
        "micronaut.lifecycle.graceful-shutdown.enabled",
        true);
  }
}
