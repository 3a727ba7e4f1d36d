package org.penstock.score;

import java.util.List;
import org.penstock.row.CellSource;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.ColumnTable.Texts;
import org.penstock.row.Kind;

/** Who the rows of a table are about. Numbers are ordered by value, texts by UTF-16 code units. */
sealed interface Ids {

  /** Returns the order of the ids at two rows. */
  int compare(int row, int other);

  /** Returns the id at {@code row} as a text. */
  String text(int row);

  /** Returns how a table of rows takes its ids. */
  CellSource<Integer> cells();

  /** Whole numbers. */
  record Whole(long[] ids, Kind kind) implements Ids {

    @Override
    public int compare(int row, int other) {
      return Long.compare(ids[row], ids[other]);
    }

    @Override
    public String text(int row) {
      return Long.toString(ids[row]);
    }

    @Override
    public CellSource<Integer> cells() {
      return kind == Kind.INT
          ? new CellSource.Ints<>(row -> Math.toIntExact(ids[row]))
          : new CellSource.Longs<>(row -> ids[row]);
    }
  }

  /** Texts. */
  record Words(int[] codes, List<String> dictionary) implements Ids {

    @Override
    public int compare(int row, int other) {
      return text(row).compareTo(text(other));
    }

    @Override
    public String text(int row) {
      return dictionary.get(codes[row]);
    }

    @Override
    public CellSource<Integer> cells() {
      return new CellSource.Objects<>(this::text);
    }
  }

  /**
   * Takes the ids of {@code column}.
   *
   * @throws IllegalArgumentException if they are neither whole numbers nor texts
   */
  static Ids of(ColumnTable table, Column column) {
    return switch (table.data(column.name())) {
      case Longs longs when column.kind() == Kind.LONG -> new Whole(longs.values(), Kind.LONG);
      case Numbers numbers when column.kind() == Kind.INT -> whole(numbers.values());
      case Texts texts -> new Words(texts.codes(), texts.dictionary());
      case Longs _, Numbers _ ->
          throw new IllegalArgumentException(
              "Column '%s' names who is scored and is of kind %s, expected INT, LONG or TEXT"
                  .formatted(column.name(), column.kind()));
    };
  }

  private static Ids whole(double[] numbers) {
    long[] ids = new long[numbers.length];
    for (int row = 0; row < ids.length; row++) {
      ids[row] = (long) numbers[row];
    }
    return new Whole(ids, Kind.INT);
  }
}
