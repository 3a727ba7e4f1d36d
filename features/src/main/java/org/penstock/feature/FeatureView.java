package org.penstock.feature;

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

  /** Returns a new history of an entity of which nothing is known yet. */
  History<R, F> history();
}
