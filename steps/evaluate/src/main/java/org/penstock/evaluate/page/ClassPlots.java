package org.penstock.evaluate.page;

import org.penstock.evaluate.finding.Detail;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluation.Metric;

/** What lies behind the key figures of several classes. */
final class ClassPlots {

  private ClassPlots() {}

  static void write(Markup page, Findings findings, Detail.Classes detail) {
    page.open("section", "id", "plots").element("h2", "What is taken for what");
    ConfusionTable.write(page, detail.labels(), detail.confusion());
    page.close("section").line();
    double whole = findings.metrics().get(Metric.MACRO_F1).value();
    detail
        .entities()
        .ifPresent(found -> {
          DelaySection.write(page, detail.labels(), found);
          EntitySection.write(page, detail.labels(), whole, found);
        });
  }
}
