package org.penstock.dataset;

import java.util.ArrayList;
import java.util.List;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.ColumnTable.Texts;
import org.penstock.row.Kind;
import org.penstock.row.Role;
import org.penstock.row.Task;

/** Takes the columns of a table apart by their roles and collects every problem on the way. */
final class DatasetReader {

  private final ColumnTable table;
  private final List<String> problems = new ArrayList<>();

  DatasetReader(ColumnTable table) {
    this.table = table;
  }

  Dataset read() {
    List<Column> features = table.columns(Role.FEATURE);
    List<Column> labels = table.columns(Role.LABEL);
    if (table.rows() == 0) {
      problems.add("The table has no rows");
    }
    if (features.isEmpty()) {
      problems.add("No column of the table has the role FEATURE");
    }
    if (labels.size() != 1) {
      problems.add(
          "Exactly one column must have the role LABEL, got %s"
              .formatted(labels.stream().map(Column::name).toList()));
    }
    double[][] values = new double[features.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers(features.get(i));
    }
    double[] label = labels.size() == 1 ? labels(labels.getFirst()) : new double[0];
    Dataset.Keys keys = keys();
    if (!problems.isEmpty()) {
      throw new InvalidDatasetException(problems);
    }
    return new Dataset(features, values, labels.getFirst(), label, keys);
  }

  private Dataset.Keys keys() {
    List<Column> entities = table.columns(Role.ENTITY);
    List<Column> groups = table.columns(Role.GROUP);
    List<Column> times = table.columns(Role.EVENT_TIME);
    long[] entity = entities.isEmpty() ? rowNumbers() : hashes(entities);
    return new Dataset.Keys(
        !entities.isEmpty(),
        !times.isEmpty(),
        !groups.isEmpty(),
        times.isEmpty() ? Kind.LONG : times.getFirst().kind(),
        entity,
        groups.isEmpty() ? entity : hashes(groups),
        table.columns(Role.PART).stream().findFirst().map(this::numbers),
        times.isEmpty() ? new long[table.rows()] : times(times.getFirst()));
  }

  private double[] numbers(Column column) {
    return switch (table.data(column.name())) {
      case Numbers numbers -> numbers.values();
      case Longs longs -> longs.numbers();
      case Texts texts -> {
        problems.add("Feature '%s' is text; a model sees numbers".formatted(column.name()));
        yield new double[texts.size()];
      }
    };
  }

  private double[] labels(Column column) {
    try {
      Task.of(column);
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return new double[table.rows()];
    }

    double[] values = numbers(column);
    int missing = 0;
    for (double value : values) {
      if (Double.isNaN(value)) {
        missing++;
      }
    }
    if (missing > 0) {
      problems.add(
          "Label '%s' is missing in %d of %d rows"
              .formatted(column.name(), missing, values.length));
    }
    return values;
  }

  private long[] times(Column column) {
    return switch (table.data(column.name())) {
      case Longs longs -> present(column, longs.values());
      case Numbers _, Texts _ -> {
        problems.add(
            "Event time '%s' is of kind %s, expected DATE, TIMESTAMP or LONG"
                .formatted(column.name(), column.kind()));
        yield new long[table.rows()];
      }
    };
  }

  private long[] present(Column column, long[] values) {
    int missing = 0;
    for (long value : values) {
      if (value == Long.MIN_VALUE) {
        missing++;
      }
    }
    if (missing > 0) {
      problems.add(
          "Event time '%s' is missing in %d of %d rows"
              .formatted(column.name(), missing, values.length));
    }
    return values;
  }

  /** A missing value is a value like any other: rows without one share it. */
  private long[] hashes(List<Column> columns) {
    long[] keys = new long[table.rows()];
    for (Column column : columns) {
      long[] hashes = hashes(column);
      for (int row = 0; row < keys.length; row++) {
        keys[row] = Key.combine(keys[row], hashes[row]);
      }
    }
    return keys;
  }

  private long[] hashes(Column column) {
    return switch (table.data(column.name())) {
      case Longs longs -> longs.values();
      case Numbers numbers when column.kind() == Kind.CATEGORY ->
          hashes(numbers.values(), texts(column.levels()));
      case Numbers numbers -> hashes(numbers.values());
      case Texts texts -> hashes(texts.codes(), texts(texts.dictionary()));
    };
  }

  private static long[] texts(List<String> texts) {
    return texts.stream().mapToLong(Key::of).toArray();
  }

  private static long[] hashes(double[] codes, long[] levels) {
    long[] hashes = new long[codes.length];
    for (int row = 0; row < codes.length; row++) {
      hashes[row] = Double.isNaN(codes[row]) ? Long.MIN_VALUE : levels[(int) codes[row]];
    }
    return hashes;
  }

  private static long[] hashes(int[] codes, long[] levels) {
    long[] hashes = new long[codes.length];
    for (int row = 0; row < codes.length; row++) {
      hashes[row] = codes[row] < 0 ? Long.MIN_VALUE : levels[codes[row]];
    }
    return hashes;
  }

  private static long[] hashes(double[] values) {
    long[] hashes = new long[values.length];
    for (int row = 0; row < values.length; row++) {
      hashes[row] = Double.doubleToLongBits(values[row] + 0.0);
    }
    return hashes;
  }

  private long[] rowNumbers() {
    long[] numbers = new long[table.rows()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = row;
    }
    return numbers;
  }
}
