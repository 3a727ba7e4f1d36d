package org.penstock.approval;

import java.util.Collection;

/** The policy limits a metric that was not evaluated; absence must not read as approval. */
public final class MissingMetricException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingMetricException(Collection<String> missing, Collection<String> evaluated) {
    super(
        "The policy limits metrics that are not evaluated: %s; evaluated: %s"
            .formatted(missing, evaluated));
  }
}
