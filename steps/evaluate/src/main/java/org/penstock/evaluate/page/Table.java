package org.penstock.evaluate.page;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.PlottedNumbers;

/**
 * A table with a caption, and with heads that say of what they are heads; scrolled sideways where
 * there is no room. Columns first, then row by row, then {@link #end}.
 */
final class Table {

  private final Markup page;
  private final List<String> columns = new ArrayList<>();
  private final List<Boolean> numbers = new ArrayList<>();
  private final String caption;
  private final String style;
  private boolean begun;
  private boolean open;

  private Table(Markup page, String caption, String style) {
    this.page = requireNonNull(page, "page");
    this.caption = requireNonNull(caption, "caption");
    this.style = requireNonNull(style, "style");
  }

  static Table of(Markup page, String caption) {
    return new Table(page, caption, "plain");
  }

  /**
   * @param style a class of the page
   */
  static Table of(Markup page, String caption, String style) {
    return new Table(page, caption, style);
  }

  /** Writes the numbers behind a plot, for those who open them. */
  static void details(Markup page, String caption, PlottedNumbers numbers) {
    page.open("details").element("summary", "The numbers");
    String thinned = numbers.step() == 1 ? "" : ", one line in %d".formatted(numbers.step());
    Table table = of(page, caption + thinned).column(numbers.head().getFirst());
    numbers.head().stream().skip(1).forEach(table::number);
    for (List<String> line : numbers.lines()) {
      table.row().name(line.getFirst());
      line.stream().skip(1).forEach(table::value);
    }
    table.end();
    page.close("details");
  }

  Table column(String name) {
    columns.add(name);
    numbers.add(false);
    return this;
  }

  Table number(String name) {
    columns.add(name);
    numbers.add(true);
    return this;
  }

  /** Begins a row. */
  Table row() {
    closeRow();
    page.open("tr");
    open = true;
    return this;
  }

  /** Begins a row of a {@code style} of the page. */
  Table row(String style) {
    closeRow();
    page.open("tr", "class", style);
    open = true;
    return this;
  }

  /** Writes a row that says what the next ones have in common. */
  Table group(String name) {
    closeRow();
    page.open("tr").element("th", name, "colspan", columns.size(), "scope", "rowgroup").close("tr");
    return this;
  }

  /** Writes what the row is about. */
  Table name(String text) {
    page.element("th", text, "scope", "row");
    return this;
  }

  /** Writes what the row is about, with more words. */
  Table name(String text, String words) {
    page.open("th", "scope", "row").element("code", text);
    if (!words.isEmpty()) {
      page.element("span", words, "class", "doc");
    }
    page.close("th");
    return this;
  }

  Table text(String text) {
    page.element("td", text);
    return this;
  }

  Table nowrap(String text) {
    page.element("td", text, "class", "nowrap");
    return this;
  }

  Table value(String number) {
    page.element("td", number, "class", "n");
    return this;
  }

  Table drawing(String svg) {
    page.open("td", "class", "bar").raw(svg).close("td");
    return this;
  }

  void end() {
    closeRow();
    page.close("tbody").close("table").close("div").line();
  }

  private void closeRow() {
    if (open) {
      page.close("tr");
    }
    open = false;
    if (!begun) {
      head();
    }
    begun = true;
  }

  private void head() {
    page.open("div", "class", "scroll", "tabindex", 0, "role", "region", "aria-label", caption);
    page.open("table", "class", style).element("caption", caption).open("thead").open("tr");
    for (int i = 0; i < columns.size(); i++) {
      String kind = numbers.get(i) ? "n" : "t";
      page.element("th", columns.get(i), "scope", "col", "class", kind);
    }
    page.close("tr").close("thead").open("tbody");
  }
}
