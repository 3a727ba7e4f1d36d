package org.penstock.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.penstock.row.Column;
import org.penstock.row.NearestName;
import org.penstock.row.RowSchema;

/**
 * Which field of a file holds which column of a schema.
 *
 * @param columns by field of the file the index of the column, -1 for one that nobody reads
 * @param unknown names of the fields that nobody reads
 */
record CsvHeader(int[] columns, List<String> unknown) {

  /**
   * Finds the columns of {@code schema} in {@code names}, whatever their order.
   *
   * @throws InvalidTableException if a column is missing or stands there twice; it names all
   */
  static CsvHeader match(String table, List<String> names, RowSchema<?> schema) {
    List<String> problems = new ArrayList<>();
    List<String> unknown =
        names.stream().filter(name -> schema.indexOf(name) < 0).distinct().toList();
    for (Column column : schema.columns()) {
      if (!names.contains(column.name())) {
        problems.add(
            "column '%s' is missing%s"
                .formatted(
                    column.name(),
                    NearestName.of(column.name(), unknown)
                        .map(" (is it the one called '%s'?)"::formatted)
                        .orElse("")));
      }
    }
    Set<String> seen = new HashSet<>();
    names.stream()
        .filter(name -> !seen.add(name) && schema.indexOf(name) >= 0)
        .distinct()
        .forEach(name -> problems.add("column '%s' is there twice".formatted(name)));
    if (!problems.isEmpty()) {
      problems.add("the header is " + names);
      throw new InvalidTableException(table, problems);
    }
    return new CsvHeader(names.stream().mapToInt(schema::indexOf).toArray(), unknown);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CsvHeader that
        && Arrays.equals(columns, that.columns)
        && unknown.equals(that.unknown);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(columns) + unknown.hashCode();
  }
}
