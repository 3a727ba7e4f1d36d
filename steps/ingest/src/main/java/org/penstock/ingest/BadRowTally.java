package org.penstock.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penstock.table.BadRow;

/** Counts bad rows by what was expected of them, and keeps the first few. */
final class BadRowTally {

  private static final int FIRST = 5;
  private static final int MOST_FREQUENT = 5;
  private static final int KINDS = 1000;

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<BadRow> first = new ArrayList<>();
  private long rows;

  void add(BadRow row) {
    rows++;
    if (first.size() < FIRST) {
      first.add(row);
    }
    String kind = row.kind();
    if (counts.size() < KINDS || counts.containsKey(kind)) {
      counts.merge(kind, 1L, Long::sum);
    }
  }

  /**
   * Returns sentences: the most frequent kinds with their counts, unless all rows are shown anyway,
   * then the first rows.
   */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    if (rows > first.size()) {
      counts.entrySet().stream()
          .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
          .limit(MOST_FREQUENT)
          .map(kind -> "%s: %s".formatted(counted(kind.getValue()), kind.getKey()))
          .forEach(lines::add);
    }
    first.stream().map(BadRow::toString).forEach(lines::add);
    return lines;
  }

  private static String counted(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
