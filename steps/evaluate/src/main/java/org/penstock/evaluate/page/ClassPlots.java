package org.penstock.evaluate.page;

import org.penstock.evaluate.finding.Detail;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.plot.Markup;

/** What lies behind the key figures of several classes. */
final class ClassPlots {

  private ClassPlots() {}

  static void write(Markup page, Findings findings, Detail.Classes detail) {
    page.open("section", "id", "plots").element("h2", "What is taken for what");
    ConfusionTable.write(page, detail.labels(), detail.confusion());
    page.open("div", "class", "plots").line();
    FeatureTable.plot(page, findings);
    page.close("div").close("section").line();
    detail.entities().ifPresent(found -> EntitySection.write(page, detail.labels(), found));
  }
}
