package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.data.DataQuality;
import org.penstock.evaluate.data.MissingMap;
import org.penstock.evaluate.data.Reason;
import org.penstock.evaluate.data.Repair;
import org.penstock.evaluate.plot.BlockMap;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;

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
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", "Rows", "class", "n").element("th", "What is wrong");
    page.element("th", "First in line", "class", "n").close("tr").close("thead").open("tbody");
    for (Reason reason : reasons.stream().limit(MOST_REASONS).toList()) {
      page.open("tr").element("td", Numbers.count(reason.rows()), "class", "n");
      page.element("td", reason.kind());
      page.element("td", Long.toString(reason.line()), "class", "n").close("tr");
    }
    page.close("tbody").close("table").close("div");
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
    page.open("div", "class", "scroll").open("table").open("tbody");
    for (Repair repair : repairs) {
      page.open("tr").element("td", Numbers.count(repair.count()), "class", "n");
      page.element("td", repair.words()).close("tr");
    }
    page.close("tbody").close("table").close("div");
  }

  private static void gaps(Markup page, MissingMap map) {
    List<MissingMap.Gaps> gaps = map.gaps().stream().filter(it -> it.missing() > 0).toList();
    page.element("h3", "What is missing");
    page.element(
        "p",
        "Of %d columns %d may be missing, and %s"
            .formatted(
                map.columns(),
                map.gaps().size(),
                gaps.isEmpty()
                    ? "none ever is."
                    : "%d sometimes %s.".formatted(gaps.size(), gaps.size() == 1 ? "is" : "are")),
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
    page.open("figure").open("div", "class", "scroll");
    page.raw(
        chart.svg(
            map.span().map(span -> span.first().toString()).orElse("first row"),
            map.span().map(span -> span.last().toString()).orElse("last row")));
    page.close("div");
    page.element(
        "figcaption",
        "Each cell is about %s rows, in the order of %s; the darker, the more of them lack the value."
            .formatted(
                Numbers.count(Math.round((double) map.rows() / map.blocks())),
                map.span().isPresent() ? "time" : "the file"));
    page.close("figure");
  }
}
