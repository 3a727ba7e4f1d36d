package org.penstock.evaluate.page;

import org.penstock.evaluate.finding.ForecastFindings;
import org.penstock.evaluate.finding.ForecastFindings.Part;
import org.penstock.evaluate.finding.Subject;
import org.penstock.evaluate.plot.Markup;

/** The forecast beside what happened and beside the naive forecasts. */
final class ForecastSection {

  private ForecastSection() {}

  static void write(Markup page, Subject subject, ForecastFindings findings) {
    page.open("section", "id", "forecast").element("h2", "As a forecast");
    page.element(
        "p",
        "Beside the model stand naive forecasts: what happened a season before happens again. %s."
            .formatted(Words.target(subject.label())),
        "class",
        "explain");
    ForecastTable.write(page, findings);
    ForecastSeries series = new ForecastSeries(page, subject.label(), findings.test());
    series.days("whole", "The whole test split, day by day");
    series.first("first", "The first days after what it learnt");
    series.last("last", "The last days");
    page.open("div", "class", "plots").line();
    new ForecastErrors(page, findings.test()).weekly("weekly", "Error by week, predicted at once");
    findings
        .rolling()
        .ifPresent(part ->
            new ForecastErrors(page, part)
                .weekly(
                    "weekly-rolling",
                    "Error by week, predicted %s ahead".formatted(Words.span(findings.horizon()))));
    Part part = findings.rolling().orElse(findings.test());
    ForecastErrors errors = new ForecastErrors(page, part);
    errors.byHour("hour");
    errors.byWeekday("weekday");
    page.close("div").close("section").line();
  }
}
