package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Importance;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.IntervalBar;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** What the features are worth to the model. */
final class FeatureTable {

  /** The others are there for those who ask. */
  private static final int MOST_OPEN = 20;

  /** So few more are not worth a click. */
  private static final int FEW = 5;

  private FeatureTable() {}

  /** Returns what is lost without a feature, e.g. {@code AUC lost}. */
  private static String lost(Findings findings) {
    Metric metric = findings.subject().focus().main();
    return metric.title() + (metric.moreIsBetter() ? " lost" : " added");
  }

  private static String worse(Findings findings) {
    Metric metric = findings.subject().focus().main();
    return metric.moreIsBetter()
        ? metric.title() + " the model loses"
        : Words.small(metric) + " the model gains";
  }

  static void write(Markup page, Findings findings) {
    double most = findings.importances().stream().mapToDouble(Importance::most).max().orElse(0);
    double least = findings.importances().stream().mapToDouble(Importance::least).min().orElse(0);
    IntervalBar bar = new IntervalBar(Axis.around("", 0, least, most), 0, "nothing");
    page.open("section", "id", "features").element("h2", "What the features are worth");
    page.element(
        "p",
        ("How much %s on the test split when a feature is taken from another, random"
                + " row: mean, least and most of five repetitions; the dashed line is no loss. Features that"
                + " say the same share their worth.")
            .formatted(worse(findings)),
        "class",
        "explain");
    List<Importance> all = findings.importances();
    int open = all.size() <= MOST_OPEN + FEW ? all.size() : MOST_OPEN;
    table(page, findings, all.subList(0, open), bar);
    if (open < all.size()) {
      page.open("details")
          .element("summary", "and %d features that matter less".formatted(all.size() - open));
      table(page, findings, all.subList(open, all.size()), bar);
      page.close("details");
    }
    page.close("section").line();
  }

  private static void table(
      Markup page, Findings findings, List<Importance> importances, IntervalBar bar) {
    Table table =
        Table.of(page, "Permutation importance on the test split", "features")
            .column("Feature")
            .number(lost(findings))
            .column("Least to most")
            .column(Scale.words(bar));
    for (Importance importance : importances) {
      Estimate loss = new Estimate(importance.loss(), importance.least(), importance.most());
      table.row().name(importance.feature().name(), importance.feature().doc());
      table.value(Numbers.metric(loss.value())).nowrap(Words.interval(loss));
      table.drawing(bar.svg("Loss without " + importance.feature().name(), loss));
    }
    table.end();
  }
}
