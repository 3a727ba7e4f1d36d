package org.penstock.feature;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The features of a project: from which rows, of which type, by which history.
 *
 * <p>The same view runs over files in the features step, and in the server for a request.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
public interface FeatureView<R extends Record, F extends Record> {

  /** Returns the record type of the rows. */
  Class<R> rowType();

  /** Returns the record type of the features, its components in the order the model sees them. */
  Class<F> featureType();

  /**
   * Returns when {@code row} became known, where that is later than when it happened: the history
   * of its entity is shown the row only then. A time before the event time counts as the event
   * time; so does empty, which is the default.
   */
  default Optional<LocalDateTime> knownAt(R row) {
    return Optional.empty();
  }

  /** Returns a new history of an entity of which nothing is known yet. */
  History<R, F> history();

  /**
   * Returns a view of rows that are known when they happened.
   *
   * @param history makes a new one for each entity
   */
  static <R extends Record, F extends Record> FeatureView<R, F> of(
      Class<R> rowType, Class<F> featureType, Supplier<History<R, F>> history) {
    return new FeatureView<>() {
      @Override
      public Class<R> rowType() {
        return rowType;
      }

      @Override
      public Class<F> featureType() {
        return featureType;
      }

      @Override
      public History<R, F> history() {
        return history.get();
      }
    };
  }
}
