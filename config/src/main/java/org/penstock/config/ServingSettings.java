package org.penstock.config;

import static java.util.Objects.requireNonNull;

/**
 * How the service listens, and what clients post to it.
 *
 * @param port of HTTP, 0 for any free one
 * @param request what a record of {@code POST /v1/predictions} is
 */
public record ServingSettings(@Default("8080") int port, @Default("features") Request request) {

  /** What a record of a request is. */
  public enum Request {
    /** The features, as the model sees them: clients keep their own history. */
    FEATURES,
    /** A row as the files have it, alone: the view makes its features, without a history. */
    ROWS,
    /** A row of several of an entity, in time: the view makes the features of the last one. */
    WINDOW
  }

  public ServingSettings {
    var problems = new Violations();
    problems.check(port >= 0 && port <= 65535, "port", "expected 0 to 65535, got %d", port);
    problems.throwIfAny();
    requireNonNull(request, "request");
  }
}
