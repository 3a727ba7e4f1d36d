package org.penstock.evaluate.page;

import java.util.Arrays;
import java.util.List;

/** The tables of a page, as a reader finds them: by their caption. */
public final class PageTables {

  private PageTables() {}

  /** Returns the texts of the rows below the heads of the first table that {@code page} has. */
  static List<List<String>> first(String page) {
    String body = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
    return Arrays.stream(body.split("<tr[^>]*>"))
        .skip(1)
        .map(row -> Arrays.stream(row.split("<[^>]*>")).filter(text -> !text.isBlank()).toList())
        .toList();
  }

  /** Returns the texts of the rows of the table whose caption begins so. */
  public static List<List<String>> captioned(String page, String caption) {
    int at = page.indexOf("<caption>" + caption);
    if (at < 0) {
      throw new AssertionError("No table '%s' in %s".formatted(caption, page));
    }
    return first(page.substring(at));
  }

  /** Returns the numbers of a column, without the intervals behind them. */
  public static double[] column(List<List<String>> table, int column) {
    return table.stream()
        .mapToDouble(row ->
            Double.parseDouble(
                row.get(column).replaceFirst(" \\(.*", "").replace('−', '-').replace(",", "")))
        .toArray();
  }
}
