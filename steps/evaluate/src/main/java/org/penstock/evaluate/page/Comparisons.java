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
                Words.signed(difference.value(), -difference.value()),
                Words.signed(difference.value(), -difference.upper()),
                Words.signed(difference.value(), -difference.lower())),
        "class",
        "explain");
    Table table = begin("Both models", "Model", focus.main().title() + " less challenger");
    row(table, "challenger", findings.metrics(), findings.rows().test(), "", true);
    row(table, "champion", champion, true);
    end(table);
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
    Table table = begin("The recipe under other splits", "Split", "");
    String by = findings.subject().split().by().name().toLowerCase(Locale.ROOT);
    row(table, "by " + by, findings.metrics(), findings.rows().test(), "", false);
    for (Contender other : findings.splits()) {
      row(table, "by " + other.split() + candidate(other), other, false);
    }
    end(table);
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
    Table table = begin("All candidates", "Candidate", focus.main().title() + " less chosen");
    String chosen = findings.subject().card().candidate();
    row(table, chosen + " (chosen)", findings.metrics(), findings.rows().test(), "", true);
    for (Contender candidate : findings.candidates()) {
      row(table, candidate.candidate(), candidate, true);
    }
    end(table);
  }

  private Table begin(String caption, String first, String last) {
    Table table = Table.of(page, caption, "compared").column(first);
    table.number(focus.main().title()).column("Interval").column(Scale.words(bar));
    focus.beside().forEach(metric -> table.number(Phrases.column(metric)));
    table.number("Rows");
    return last.isEmpty() ? table : table.column(last);
  }

  private void end(Table table) {
    table.end();
    page.close("section").line();
  }

  private void row(Table table, String name, Contender contender, boolean differences) {
    String difference =
        contender
            .difference()
            .map(all -> all.get(focus.main()))
            .map(main ->
                "%s (%s to %s)"
                    .formatted(
                        Words.signed(main.value(), main.value()),
                        Words.signed(main.value(), main.lower()),
                        Words.signed(main.value(), main.upper())))
            .orElse("other rows");
    row(table, name, contender.metrics(), contender.rows(), difference, differences);
  }

  private void row(
      Table table,
      String name,
      Map<Metric, Estimate> metrics,
      long rows,
      String difference,
      boolean differences) {
    Estimate main = metrics.get(focus.main());
    table.row(difference.isEmpty() ? "chosen" : "other").name(name);
    table.value(Numbers.metric(main.value())).nowrap(Words.interval(main));
    table.drawing(bar.svg(focus.main().title() + " of " + name, main));
    for (Metric metric : focus.beside()) {
      table.value(Numbers.metric(metrics.get(metric).value()));
    }
    table.value(Numbers.count(rows));
    if (differences) {
      table.nowrap(difference);
    }
  }
}
