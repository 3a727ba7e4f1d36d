package org.penstock.evaluate.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penstock.evaluate.finding.Contender;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.IntervalBar;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** The model beside the champion, beside other candidates, and under other splits. */
final class Comparisons {

  private static final IntervalBar AUC =
      new IntervalBar(new Axis("", 0.4, 1, Numbers::plain), 0.5, "chance");

  private Comparisons() {}

  static void write(Markup page, Findings findings) {
    findings.champion().ifPresent(champion -> champion(page, findings, champion));
    splits(page, findings);
    candidates(page, findings);
  }

  private static void champion(Markup page, Findings findings, Contender champion) {
    page.open("section", "id", "champion").element("h2", "Champion against challenger");
    Estimate difference = champion.difference().orElseThrow().get(Metric.AUC);
    String words =
        difference.upper() < 0
            ? "The challenger ranks better than the model that serves now"
            : difference.lower() > 0
                ? "The model that serves now ranks better than this challenger"
                : "The challenger cannot be told from the model that serves now";
    page.element(
        "p",
        ("%s: AUC %s against it (%s to %s), on the same rows and the same resamples."
                + " If the champion has learnt from some of these rows, it looks better than it is.")
            .formatted(
                words,
                Words.signed(-difference.value()),
                Words.signed(-difference.upper()),
                Words.signed(-difference.lower())),
        "class",
        "explain");
    begin(page, "Model", "AUC less challenger");
    row(page, "challenger", findings.metrics(), findings.rows().test(), "", true);
    row(page, "champion", champion, true);
    end(page);
  }

  private static void splits(Markup page, Findings findings) {
    if (findings.splits().isEmpty()) {
      return;
    }

    page.open("section", "id", "splits").element("h2", "What the split changes");
    page.element(
        "p",
        "The same recipe, learnt and judged under another split of the same table. A split that shares"
            + " what belongs together, or the future, promises what will not be kept.",
        "class",
        "explain");
    begin(page, "Split", "");
    String by = findings.subject().split().by().name().toLowerCase(Locale.ROOT);
    row(page, "by " + by, findings.metrics(), findings.rows().test(), "", false);
    for (Contender other : findings.splits()) {
      row(page, "by " + other.split() + candidate(findings, other), other, false);
    }
    end(page);
  }

  private static String candidate(Findings findings, Contender other) {
    return other.candidate().equals(findings.subject().card().candidate())
        ? ""
        : ", " + other.candidate();
  }

  private static void candidates(Markup page, Findings findings) {
    if (findings.candidates().isEmpty()) {
      return;
    }

    page.open("section", "id", "candidates").element("h2", "Other candidates on the same rows");
    page.element(
        "p",
        "For comparison only: the choice was made on the train split, and choosing here would spoil"
            + " the test split.",
        "class",
        "explain");
    begin(page, "Candidate", "AUC less chosen");
    String chosen = findings.subject().card().candidate();
    row(page, chosen + " (chosen)", findings.metrics(), findings.rows().test(), "", true);
    for (Contender candidate : findings.candidates()) {
      row(page, candidate.candidate(), candidate, true);
    }
    end(page);
  }

  private static void begin(Markup page, String first, String last) {
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", first);
    page.element("th", "AUC", "class", "n").element("th", "Interval").element("th", "0.4 to 1");
    page.element("th", "Average precision", "class", "n").element("th", "Lift", "class", "n");
    page.element("th", "Rows", "class", "n");
    if (!last.isEmpty()) {
      page.element("th", last);
    }
    page.close("tr").close("thead").open("tbody");
  }

  private static void end(Markup page) {
    page.close("tbody").close("table").close("div").close("section").line();
  }

  private static void row(Markup page, String name, Contender contender, boolean differences) {
    String difference =
        contender
            .difference()
            .map(all -> all.get(Metric.AUC))
            .map(auc ->
                "%s (%s to %s)"
                    .formatted(
                        Words.signed(auc.value()),
                        Words.signed(auc.lower()),
                        Words.signed(auc.upper())))
            .orElse("other rows");
    row(page, name, contender.metrics(), contender.rows(), difference, differences);
  }

  private static void row(
      Markup page,
      String name,
      Map<Metric, Estimate> metrics,
      long rows,
      String difference,
      boolean differences) {
    Estimate auc = metrics.get(Metric.AUC);
    page.open("tr", "class", difference.isEmpty() ? "chosen" : "other");
    page.element("td", name, "class", "nowrap");
    page.element("td", Numbers.metric(auc.value()), "class", "n");
    page.element("td", Words.interval(auc), "class", "nowrap");
    page.open("td", "class", "bar").raw(AUC.svg("AUC of " + name, auc)).close("td");
    for (Metric metric : List.of(Metric.AVERAGE_PRECISION, Metric.TOP_DECILE_LIFT)) {
      page.element("td", Numbers.metric(metrics.get(metric).value()), "class", "n");
    }
    page.element("td", Numbers.count(rows), "class", "n");
    if (differences) {
      page.element("td", difference, "class", "nowrap");
    }
    page.close("tr");
  }
}
