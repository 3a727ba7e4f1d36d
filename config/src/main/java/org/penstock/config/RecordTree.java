package org.penstock.config;

import java.util.SortedMap;

/** A record as maps, lists, texts, numbers and booleans, ready for JSON and for a cache key. */
public final class RecordTree {

  private RecordTree() {}

  /**
   * Returns the components of {@code config} by key, sorted; an absent {@code Optional} is left
   * out.
   */
  public static SortedMap<String, Object> of(Record config) {
    throw new UnsupportedOperationException(config.toString());
  }
}
