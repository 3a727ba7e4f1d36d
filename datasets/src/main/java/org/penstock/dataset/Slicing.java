package org.penstock.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.ColumnTable.Texts;
import org.penstock.row.Kind;

/**
 * A division of rows by the values of one column, to look at each part alone.
 *
 * <p>Levels, booleans, texts and numbers of up to twelve values make one slice a value; other
 * numbers make quarters of about equally many rows. Rows without a value are a slice too.
 *
 * @param column name of the column
 * @param names of the slices, those of numbers ascending
 * @param codes the slice of each row, an index into {@code names}
 */
public record Slicing(String column, List<String> names, int[] codes) {

  /** More slices than this nobody reads; the rarest texts share one. */
  static final int MOST = 12;

  private static final String MISSING = "missing";
  private static final String OTHERS = "others";

  public Slicing {
    names = List.copyOf(names);
  }

  /**
   * Divides {@code table} by the column called {@code name}.
   *
   * @throws NoSuchElementException if there is none, naming those there are
   */
  public static Slicing of(ColumnTable table, String name) {
    ColumnTable.Data data = table.data(name);
    Column column =
        table.columns().stream().filter(any -> any.name().equals(name)).findFirst().orElseThrow();
    return switch (data) {
      case Texts texts -> ofCodes(name, texts.codes(), texts.dictionary());
      case Numbers numbers when column.kind() == Kind.CATEGORY ->
          ofCodes(name, codes(numbers.values()), column.levels());
      case Numbers numbers when column.kind() == Kind.BOOLEAN ->
          ofCodes(name, codes(numbers.values()), List.of("false", "true"));
      case Numbers numbers -> ofNumbers(name, numbers.values());
      case Longs longs -> ofNumbers(name, longs.numbers());
    };
  }

  private static int[] codes(double[] values) {
    int[] codes = new int[values.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = Double.isNaN(values[row]) ? -1 : (int) values[row];
    }
    return codes;
  }

  /** Levels in their order; of too many, the most frequent. */
  private static Slicing ofCodes(String column, int[] codes, List<String> levels) {
    int[] counts = new int[levels.size() + 1];
    for (int code : codes) {
      counts[code + 1]++;
    }
    List<Integer> shown =
        IntStream.range(0, levels.size())
            .boxed()
            .filter(level -> counts[level + 1] > 0)
            .sorted(Comparator.comparing(level -> -counts[level + 1]))
            .limit(MOST)
            .sorted()
            .toList();
    List<String> names = new ArrayList<>(shown.stream().map(levels::get).toList());
    int[] slices = new int[levels.size() + 1];
    Arrays.fill(slices, -1);
    for (int i = 0; i < shown.size(); i++) {
      slices[shown.get(i) + 1] = i;
    }
    for (int level = 0; level < levels.size(); level++) {
      if (counts[level + 1] > 0 && slices[level + 1] < 0) {
        slices[level + 1] = indexOf(OTHERS, names);
      }
    }
    if (counts[0] > 0) {
      slices[0] = indexOf(MISSING, names);
    }
    return new Slicing(column, names, Arrays.stream(codes).map(code -> slices[code + 1]).toArray());
  }

  private static int indexOf(String name, List<String> names) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name);
  }

  private static Slicing ofNumbers(String column, double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    double[] starts = distinct.length <= MOST ? distinct : quarters(sorted);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      names.add(
          distinct.length <= MOST
              ? text(starts[i])
              : i == starts.length - 1
                  ? "from " + text(starts[i])
                  : "%s up to %s".formatted(text(starts[i]), text(starts[i + 1])));
    }
    int[] codes = new int[values.length];
    for (int row = 0; row < codes.length; row++) {
      int found = Arrays.binarySearch(starts, values[row]);
      codes[row] =
          Double.isNaN(values[row]) ? indexOf(MISSING, names) : found >= 0 ? found : -found - 2;
    }
    return new Slicing(column, names, codes);
  }

  private static double[] quarters(double[] sorted) {
    return IntStream.range(0, 4)
        .mapToDouble(quarter -> sorted[quarter * sorted.length / 4])
        .distinct()
        .toArray();
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%d", (long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
