package org.penstock.feature;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Collects the latest features of every entity and writes them as a {@link FeatureTable}.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
public final class FeatureTableWriter<R extends Record, F extends Record> {

  /** Starts with no entity. */
  public FeatureTableWriter(FeatureView<R, F> view) {
    throw new UnsupportedOperationException();
  }

  /** Replaces what is known of the entity of {@code row}; rows come in event-time order. */
  public void add(R row, F features) {
    throw new UnsupportedOperationException();
  }

  /** Writes the table; equal content gives equal bytes. */
  public void write(Path file) throws IOException {
    throw new UnsupportedOperationException();
  }
}
