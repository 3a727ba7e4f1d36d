package org.penstock.row;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A table in memory, column by column, as arrays of equal length.
 *
 * @param columns the columns, in order
 * @param data one entry a column
 * @param rows how many rows
 */
public record ColumnTable(List<Column> columns, List<Data> data, int rows) {

  /** The values of one column. */
  public sealed interface Data {
    /** Returns how many values there are. */
    int size();
  }

  /**
   * Values of {@link Kind#DOUBLE}, {@link Kind#INT}, {@link Kind#BOOLEAN} (0, 1) and {@link
   * Kind#CATEGORY} (the code of the level).
   *
   * @param values missing is NaN
   */
  public record Numbers(double[] values) implements Data {
    @Override
    public int size() {
      return values.length;
    }
  }

  /**
   * Values of {@link Kind#LONG}, {@link Kind#DATE} (days since 1970) and {@link Kind#TIMESTAMP}
   * (microseconds since 1970).
   *
   * @param values missing is {@link Long#MIN_VALUE}
   */
  public record Longs(long[] values) implements Data {
    @Override
    public int size() {
      return values.length;
    }

    /** Returns the values as a model sees them: missing is NaN. */
    public double[] numbers() {
      double[] numbers = new double[values.length];
      for (int row = 0; row < numbers.length; row++) {
        numbers[row] = values[row] == Long.MIN_VALUE ? Double.NaN : values[row];
      }
      return numbers;
    }
  }

  /**
   * Values of {@link Kind#TEXT}.
   *
   * @param codes index into {@code dictionary}; missing is -1
   * @param dictionary each text once, in order of first appearance
   */
  public record Texts(int[] codes, List<String> dictionary) implements Data {
    @Override
    public int size() {
      return codes.length;
    }
  }

  public ColumnTable {
    columns = List.copyOf(columns);
    data = List.copyOf(data);
    for (Data column : data) {
      if (column.size() != rows) {
        throw new IllegalArgumentException(
            "A column of %d values in a table of %d rows".formatted(column.size(), rows));
      }
    }
  }

  /** Returns the columns that have {@code role}, in order. */
  public List<Column> columns(Role role) {
    return columns.stream().filter(column -> column.is(role)).toList();
  }

  /** Returns the values of the column called {@code name}. */
  public Data data(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return data.get(i);
      }
    }
    throw new NoSuchElementException(
        "No column '%s'; there are %s"
            .formatted(name, new ArrayList<>(columns.stream().map(Column::name).toList())));
  }
}
