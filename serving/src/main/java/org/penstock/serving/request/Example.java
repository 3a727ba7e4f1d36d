package org.penstock.serving.request;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One row as the model sees it.
 *
 * @param features one number a feature, missing is NaN
 * @param of whose row it is, where an answer has to say so
 */
public record Example(double[] features, Optional<Moment> of) {

  /**
   * The entity of a row and its time.
   *
   * @param entity as the row has it; empty if rows have none
   * @param time empty if rows have none
   */
  public record Moment(Optional<Object> entity, Optional<LocalDateTime> time) {

    public Moment {
      requireNonNull(entity, "entity");
      requireNonNull(time, "time");
    }
  }

  public Example {
    requireNonNull(features, "features");
    requireNonNull(of, "of");
  }

  static Example of(double[] features) {
    return new Example(features, Optional.empty());
  }
}
