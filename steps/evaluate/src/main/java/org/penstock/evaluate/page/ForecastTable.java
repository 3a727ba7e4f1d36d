package org.penstock.evaluate.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.penstock.evaluate.finding.ForecastFindings;
import org.penstock.evaluate.finding.ForecastFindings.Part;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;

/** Mean errors side by side, at once and from one origin after another. */
final class ForecastTable {

  private ForecastTable() {}

  static void write(Markup page, ForecastFindings findings) {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("The whole test split, predicted at once", findings.test());
    findings
        .rolling()
        .ifPresent(part ->
            parts.put(
                "%s ahead, %s rows from %s on"
                    .formatted(
                        Words.span(findings.horizon()),
                        Numbers.count(part.times().size()),
                        part.times().getFirst().toLocalDate()),
                part));
    Table table =
        Table.of(page, "Mean absolute error").column("Forecast").number("Model").column("Interval");
    findings
        .test()
        .naive()
        .keySet()
        .forEach(name -> table.number(name).number("Model’s share of it").column("Interval"));
    parts.forEach((name, part) -> {
      table.row().name(name);
      table.value(Numbers.metric(part.error().value())).nowrap(Words.interval(part.error()));
      part.naiveErrors()
          .forEach((naive, error) -> {
            Estimate share = part.shares().get(naive);
            table.value(Numbers.metric(error.value())).value(Numbers.percent(share.value()));
            table.nowrap(
                "%s to %s"
                    .formatted(Numbers.percent(share.lower()), Numbers.percent(share.upper())));
          });
    });
    table.end();
  }
}
