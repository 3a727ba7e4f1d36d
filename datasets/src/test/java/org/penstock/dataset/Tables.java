package org.penstock.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Data;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/** Small tables, column by column. */
final class Tables {

  private final List<Column> columns = new ArrayList<>();
  private final List<Data> data = new ArrayList<>();
  private final int rows;

  private Tables(int rows) {
    this.rows = rows;
  }

  /** Returns a table with a feature {@code x} and a label of which every third is 1. */
  static Tables learnable(int rows) {
    return new Tables(rows)
        .with("x", Kind.DOUBLE, numbers(rows, row -> row), Role.FEATURE)
        .with("status", Kind.BOOLEAN, numbers(rows, row -> row % 3 == 0 ? 1 : 0), Role.LABEL);
  }

  /** Returns a learnable table in which {@code size} rows in a row are one entity. */
  static Tables ofEntities(int rows, int size) {
    return learnable(rows).with("id", longs(rows, row -> row / size), Role.ENTITY);
  }

  static Tables empty(int rows) {
    return new Tables(rows);
  }

  static Numbers numbers(int rows, IntToDoubleFunction value) {
    return new Numbers(IntStream.range(0, rows).mapToDouble(value).toArray());
  }

  static Longs longs(int rows, LongUnaryOperator value) {
    return new Longs(LongStream.range(0, rows).map(value).toArray());
  }

  Tables with(String name, Longs values, Role... roles) {
    return with(name, Kind.LONG, values, roles);
  }

  Tables with(String name, Kind kind, Data values, Role... roles) {
    return with(name, kind, List.of(), values, roles);
  }

  Tables with(String name, Kind kind, List<String> levels, Data values, Role... roles) {
    columns.add(
        new Column(
            name,
            kind,
            false,
            levels,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Set.copyOf(Arrays.asList(roles)),
            false,
            ""));
    data.add(values);
    return this;
  }

  ColumnTable table() {
    return new ColumnTable(columns, data, rows);
  }

  Dataset dataset() {
    return Dataset.of(table());
  }
}
