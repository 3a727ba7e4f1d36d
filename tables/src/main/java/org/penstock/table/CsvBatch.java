package org.penstock.table;

import java.util.ArrayList;
import java.util.List;

/** Some rows on their way from the thread that parses to the one that uses them, in order. */
final class CsvBatch<R> {

  static final int SIZE = 1024;

  private final List<R> rows = new ArrayList<>(SIZE);
  private final List<BadRow> badRows = new ArrayList<>(0);

  List<R> rows() {
    return rows;
  }

  List<BadRow> badRows() {
    return badRows;
  }

  boolean isFull() {
    return rows.size() >= SIZE || badRows.size() >= SIZE;
  }
}
