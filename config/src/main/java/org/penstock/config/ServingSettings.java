package org.penstock.config;

/**
 * How the service listens.
 *
 * @param port of HTTP, 0 for any free one
 */
public record ServingSettings(@Default("8080") int port) {

  public ServingSettings {
    var problems = new Violations();
    problems.check(port >= 0 && port <= 65535, "port", "expected 0 to 65535, got %d", port);
    problems.throwIfAny();
  }
}
