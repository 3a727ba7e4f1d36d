package org.penstock.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.penstock.row.Column;
import org.penstock.row.NearestName;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * Which field of a file holds which column of a schema.
 *
 * @param columns by field of the file the index of the column, -1 for one that nobody reads
 * @param unknown names of the fields that nobody reads
 */
record CsvHeader(int[] columns, List<String> unknown) {

  private static final int MOST_SHOWN = 8;
  private static final String PART_OF_FILE =
      " (or name the part that each file is: train=FILE,test=FILE)";
  private static final List<String> SEPARATORS = List.of(";", "\t", "|");

  /**
   * Finds the columns of {@code schema} in {@code names}, whatever their order.
   *
   * @param given names of columns whose values are known without the file, which must not have them
   * @throws InvalidTableException if a column is missing or stands there twice; it names all
   */
  static CsvHeader match(String table, List<String> names, RowSchema<?> schema, Set<String> given) {
    List<String> unknown =
        names.stream().filter(name -> schema.indexOfHeader(name) < 0).distinct().toList();
    Optional<String> otherFormat = otherFormat(names, unknown, schema);
    List<String> problems =
        otherFormat.isPresent()
            ? List.of(otherFormat.get())
            : problems(names, unknown, schema, given);
    if (!problems.isEmpty()) {
      throw new InvalidTableException(table, problems);
    }
    return new CsvHeader(names.stream().mapToInt(schema::indexOfHeader).toArray(), unknown);
  }

  private static List<String> problems(
      List<String> names, List<String> unknown, RowSchema<?> schema, Set<String> given) {
    List<String> problems = new ArrayList<>();
    List<Integer> found = names.stream().map(schema::indexOfHeader).toList();
    for (int i = 0; i < schema.columns().size(); i++) {
      Column column = schema.columns().get(i);
      if (given.contains(column.name()) && found.contains(i)) {
        problems.add(
            "column '%s' is there, and given beside the file as well".formatted(column.name()));
      }
      if (!found.contains(i) && !given.contains(column.name())) {
        problems.add(
            "column '%s' is missing%s"
                .formatted(
                    column.name(),
                    NearestName.of(column.name(), unknown)
                        .map(" (is it the one called '%s'?)"::formatted)
                        .orElse(column.is(Role.PART) ? PART_OF_FILE : "")));
      }
    }
    Set<Integer> seen = new HashSet<>();
    found.stream()
        .filter(column -> !seen.add(column) && column >= 0)
        .distinct()
        .map(column -> schema.columns().get(column).name())
        .forEach(name -> problems.add("column '%s' is there twice".formatted(name)));
    if (!problems.isEmpty() && !unknown.isEmpty()) {
      problems.add("not expected are %s".formatted(shown(unknown)));
    }
    return problems;
  }

  /**
   * Returns why the first line is no header at all. Its text is not repeated: it may be a row, with
   * values that are personal.
   */
  private static Optional<String> otherFormat(
      List<String> names, List<String> unknown, RowSchema<?> schema) {
    if (unknown.stream().anyMatch(name -> name.indexOf('\r') >= 0)) {
      return Optional.of("lines end in CR alone, expected LF or CR LF");
    }
    List<String> columns = schema.columns().stream().map(Column::name).toList();
    boolean hasNoColumn = unknown.size() == new HashSet<>(names).size();
    if (!hasNoColumn || columns.stream().anyMatch(it -> NearestName.of(it, unknown).isPresent())) {
      return Optional.empty();
    }
    Optional<String> separator =
        SEPARATORS.stream()
            .filter(it ->
                names.stream()
                    .flatMap(name -> Stream.of(name.split(Pattern.quote(it))))
                    .anyMatch(columns::contains))
            .findFirst();
    return Optional.of(
        separator
            .map(it ->
                "fields are separated by '%s', expected ','".formatted(it.replace("\t", "\\t")))
            .orElse(
                "the first line is no header, or that of other data: it has none of the columns %s"
                    .formatted(shown(columns))));
  }

  private static String shown(List<String> names) {
    String first =
        names.stream()
            .limit(MOST_SHOWN)
            .map(name -> "'%s'".formatted(name))
            .collect(Collectors.joining(", "));
    int more = names.size() - MOST_SHOWN;
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
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
