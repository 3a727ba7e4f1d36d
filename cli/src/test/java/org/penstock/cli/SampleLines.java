package org.penstock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Projects;

/**
 * Lines of a file of sample rows, and the same lines with something changed.
 *
 * @param all the header first
 */
record SampleLines(List<String> all) {

  SampleLines {
    all = List.copyOf(all);
  }

  static SampleLines of(String project, long seed, int entities) {
    StringBuilder csv = new StringBuilder();
    try {
      Projects.named(project, ModelProject.class).writeSample(seed, entities, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SampleLines(csv.toString().lines().toList());
  }

  List<String> columns() {
    return List.of(all.getFirst().split(",", -1));
  }

  List<String> rows() {
    return all.subList(1, all.size());
  }

  String cell(String line, String column) {
    return line.split(",", -1)[columns().indexOf(column)];
  }

  String with(String line, String column, String value) {
    String[] cells = line.split(",", -1);
    cells[columns().indexOf(column)] = value;
    return String.join(",", cells);
  }

  /** {@code value} in {@code column} of all rows. */
  SampleLines with(String column, String value) {
    return with(_ -> true, column, value);
  }

  /** {@code value} in {@code column} of the rows that {@code which} names. */
  SampleLines with(Predicate<String> which, String column, String value) {
    return rows(line -> which.test(line) ? with(line, column, value) : line);
  }

  /** {@code value} in {@code column} of the line of that number, as editors count them. */
  SampleLines with(int line, String column, String value) {
    return with(line, with(all.get(line - 1), column, value));
  }

  /** {@code text} instead of the line of that number. */
  SampleLines with(int line, String text) {
    List<String> lines = new ArrayList<>(all);
    lines.set(line - 1, text);
    return new SampleLines(lines);
  }

  /** Every row changed, the header left as it is. */
  SampleLines rows(UnaryOperator<String> change) {
    List<String> lines = new ArrayList<>(List.of(all.getFirst()));
    rows().stream().map(change).forEach(lines::add);
    return new SampleLines(lines);
  }

  /** The header, and the rows that {@code which} names. */
  SampleLines only(Predicate<String> which) {
    List<String> lines = new ArrayList<>(List.of(all.getFirst()));
    rows().stream().filter(which).forEach(lines::add);
    return new SampleLines(lines);
  }
}
