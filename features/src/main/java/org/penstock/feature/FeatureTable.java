package org.penstock.feature;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.penstock.row.Column;

/** The latest features of every entity, in memory, found by the id of the entity. */
public final class FeatureTable {

  private FeatureTable() {}

  /**
   * Reads a table written by {@link FeatureTableWriter}.
   *
   * @throws FeatureTableException if the file is not a feature table, of another version, or cut
   */
  public static FeatureTable read(Path file) throws IOException {
    throw new UnsupportedOperationException(file.toString());
  }

  /** Returns how many entities there are. */
  public int size() {
    throw new UnsupportedOperationException();
  }

  /** Returns the column that names the entity. */
  public Column entity() {
    throw new UnsupportedOperationException();
  }

  /** Returns the features, in the order of {@link #features(int, double[])}. */
  public List<Column> features() {
    throw new UnsupportedOperationException();
  }

  /** Returns whether {@code id} could be an entity: where ids are numbers, a number. */
  public boolean isEntityId(String id) {
    throw new UnsupportedOperationException();
  }

  /** Returns the row of the entity {@code id}, or -1 if it is unknown or not an id at all. */
  public int rowOf(String id) {
    throw new UnsupportedOperationException();
  }

  /** Returns the id of the entity at {@code row}. */
  public String id(int row) {
    throw new UnsupportedOperationException();
  }

  /** Returns when the row happened whose features these are; empty if rows have no time. */
  public Optional<LocalDateTime> eventTime(int row) {
    throw new UnsupportedOperationException();
  }

  /**
   * Copies the features at {@code row} into {@code into}.
   *
   * @param into at least as long as {@link #features()}; missing is NaN
   */
  public void features(int row, double[] into) {
    throw new UnsupportedOperationException();
  }
}
