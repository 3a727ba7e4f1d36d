package org.penstock.evaluate.page;

import java.util.Collections;
import java.util.List;
import org.penstock.evaluate.data.DataQuality;
import org.penstock.evaluate.data.MissingMap;
import org.penstock.evaluate.data.Reason;
import org.penstock.evaluate.data.Repair;
import org.penstock.evaluate.plot.BlockMap;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluate.plot.PlottedNumbers;

/** The rows that everything else of the page rests on. */
final class DataSection {

  /** Those after them are told in one line. */
  private static final int MOST_REASONS = 20;

  private DataSection() {}

  static void write(Markup page, DataQuality data) {
    page.open("section", "id", "data").element("h2", "The rows it was learnt from");
    page.element("p", sentence(data), "class", "explain");
    reasons(page, data.reasons());
    repairs(page, data.repairs());
    gaps(page, data.gaps());
    page.close("section").line();
  }

  private static String sentence(DataQuality data) {
    long read = data.rows() + data.badRows();
    return data.badRows() == 0
        ? "%s rows; none breaks the contract.".formatted(Numbers.count(data.rows()))
        : "%s rows keep the contract; %s (%s) break it and are in quarantine."
            .formatted(
                Numbers.count(data.rows()),
                Numbers.count(data.badRows()),
                Numbers.percent((double) data.badRows() / read));
  }

  private static void reasons(Markup page, List<Reason> reasons) {
    if (reasons.isEmpty()) {
      return;
    }

    page.element("h3", "In quarantine");
    Table table =
        Table.of(page, "What is wrong with rows in quarantine")
            .column("What is wrong")
            .number("Rows")
            .number("First in line");
    for (Reason reason : reasons.stream().limit(MOST_REASONS).toList()) {
      table.row().name(reason.kind());
      table.value(Numbers.count(reason.rows())).value(Long.toString(reason.line()));
    }
    table.end();
    if (reasons.size() > MOST_REASONS) {
      page.element(
          "p",
          "and %s more things, less often".formatted(Numbers.count(reasons.size() - MOST_REASONS)),
          "class",
          "explain");
    }
  }

  private static void repairs(Markup page, List<Repair> repairs) {
    if (repairs.isEmpty()) {
      return;
    }

    page.element("h3", "Found in rows that keep the contract");
    Table table =
        Table.of(page, "What was put right, or counted").column("What it is").number("How often");
    for (Repair repair : repairs) {
      table.row().name(repair.words()).value(Numbers.count(repair.count()));
    }
    table.end();
  }

  private static void gaps(Markup page, MissingMap map) {
    List<MissingMap.Gaps> gaps = map.gaps().stream().filter(it -> it.missing() > 0).toList();
    page.element("h3", "What is missing");
    page.element(
        "p",
        "Values may be missing in %d of %s, and are in %s."
            .formatted(
                map.gaps().size(),
                Words.count(map.columns(), "column"),
                gaps.isEmpty() ? "none" : Numbers.count(gaps.size())),
        "class",
        "explain");
    if (gaps.isEmpty()) {
      return;
    }

    BlockMap chart =
        new BlockMap(
            "missing",
            "Missing values",
            "Share of missing values by column, in %d blocks of rows.".formatted(map.blocks()));
    for (MissingMap.Gaps column : gaps) {
      chart.line(
          column.column(),
          column.shares(),
          Numbers.percent((double) column.missing() / map.rows()));
    }
    PlotFigure.write(
        page,
        "Missing values",
        chart.svg(
            map.span().map(span -> span.first().toString()).orElse("first row"),
            map.span().map(span -> span.last().toString()).orElse("last row")),
        new Legend()
            .say(
                "Each cell is about %s, in the order of %s; the darker, the more of them lack the value."
                    .formatted(
                        Words.count(Math.round((double) map.rows() / map.blocks()), "row"),
                        map.span().isPresent() ? "time" : "the file")),
        numbers(map, gaps));
  }

  private static PlottedNumbers numbers(MissingMap map, List<MissingMap.Gaps> gaps) {
    return new PlottedNumbers(
        List.of("Column", "Missing", "Share of the rows", "Least of a cell", "Most of a cell"),
        gaps.stream()
            .map(column ->
                List.of(
                    column.column(),
                    Numbers.count(column.missing()),
                    Numbers.percent((double) column.missing() / map.rows()),
                    Numbers.percent(Collections.min(column.shares())),
                    Numbers.percent(Collections.max(column.shares()))))
            .toList(),
        1);
  }
}
