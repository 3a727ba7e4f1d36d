package org.penstock.evaluate.page;

import java.util.Locale;
import java.util.Map;
import org.penstock.evaluate.finding.Contender;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Focus;
import org.penstock.evaluate.plot.IntervalBar;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** The model beside the champion, beside other candidates, and under other splits. */
final class Comparisons {

  private final Markup page;
  private final Findings findings;
  private final Focus focus;
  private final IntervalBar bar;

  private Comparisons(Markup page, Findings findings) {
    this.page = page;
    this.findings = findings;
    this.focus = findings.subject().focus();
    this.bar = Scale.of(findings).compared();
  }

  static void write(Markup page, Findings findings) {
    new Comparisons(page, findings).write();
  }

  private void write() {
    findings.champion().ifPresent(this::champion);
    splits();
    candidates();
  }

  private void champion(Contender champion) {
    page.open("section", "id", "champion").element("h2", "Champion against challenger");
    Estimate difference = champion.difference().orElseThrow().get(focus.main());
    boolean more = focus.main().moreIsBetter();
    String words =
        (more ? difference.upper() < 0 : difference.lower() > 0)
            ? "The challenger %s better than the model that serves now"
            : (more ? difference.lower() > 0 : difference.upper() < 0)
                ? "The model that serves now %s better than this challenger"
                : "The challenger cannot be told from the model that serves now";
    page.element(
        "p",
        ("%s: %s %s against it (%s to %s), on the same rows and the same resamples."
                + " If the champion has learnt from some of these rows, it looks better than it is.")
            .formatted(
                words.formatted(Phrases.of(findings).works()),
                focus.main().title(),
                Words.signed(-difference.value()),
                Words.signed(-difference.upper()),
                Words.signed(-difference.lower())),
        "class",
        "explain");
    begin("Model", focus.main().title() + " less challenger");
    row("challenger", findings.metrics(), findings.rows().test(), "", true);
    row("champion", champion, true);
    end();
  }

  private void splits() {
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
    begin("Split", "");
    String by = findings.subject().split().by().name().toLowerCase(Locale.ROOT);
    row("by " + by, findings.metrics(), findings.rows().test(), "", false);
    for (Contender other : findings.splits()) {
      row("by " + other.split() + candidate(other), other, false);
    }
    end();
  }

  private String candidate(Contender other) {
    return other.candidate().equals(findings.subject().card().candidate())
        ? ""
        : ", " + other.candidate();
  }

  private void candidates() {
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
    begin("Candidate", focus.main().title() + " less chosen");
    String chosen = findings.subject().card().candidate();
    row(chosen + " (chosen)", findings.metrics(), findings.rows().test(), "", true);
    for (Contender candidate : findings.candidates()) {
      row(candidate.candidate(), candidate, true);
    }
    end();
  }

  private void begin(String first, String last) {
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", first);
    page.element("th", focus.main().title(), "class", "n");
    page.element("th", "Interval").element("th", Scale.words(bar));
    for (Metric metric : focus.beside()) {
      page.element("th", Phrases.column(metric), "class", "n");
    }
    page.element("th", "Rows", "class", "n");
    if (!last.isEmpty()) {
      page.element("th", last);
    }
    page.close("tr").close("thead").open("tbody");
  }

  private void end() {
    page.close("tbody").close("table").close("div").close("section").line();
  }

  private void row(String name, Contender contender, boolean differences) {
    String difference =
        contender
            .difference()
            .map(all -> all.get(focus.main()))
            .map(main ->
                "%s (%s to %s)"
                    .formatted(
                        Words.signed(main.value()),
                        Words.signed(main.lower()),
                        Words.signed(main.upper())))
            .orElse("other rows");
    row(name, contender.metrics(), contender.rows(), difference, differences);
  }

  private void row(
      String name,
      Map<Metric, Estimate> metrics,
      long rows,
      String difference,
      boolean differences) {
    Estimate main = metrics.get(focus.main());
    page.open("tr", "class", difference.isEmpty() ? "chosen" : "other");
    page.element("td", name, "class", "nowrap");
    page.element("td", Numbers.metric(main.value()), "class", "n");
    page.element("td", Words.interval(main), "class", "nowrap");
    page.open("td", "class", "bar")
        .raw(bar.svg(focus.main().title() + " of " + name, main))
        .close("td");
    for (Metric metric : focus.beside()) {
      page.element("td", Numbers.metric(metrics.get(metric).value()), "class", "n");
    }
    page.element("td", Numbers.count(rows), "class", "n");
    if (differences) {
      page.element("td", difference, "class", "nowrap");
    }
    page.close("tr");
  }
}
