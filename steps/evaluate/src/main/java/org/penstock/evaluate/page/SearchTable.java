package org.penstock.evaluate.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Trials;
import org.penstock.evaluation.Trials.Trial;

/** The search that led to the model, best trial first. */
final class SearchTable {

  private SearchTable() {}

  static void write(Markup page, Findings findings) {
    Trials trials = findings.trials();
    Metric metric = Metric.named(trials.metric());
    Comparator<Trial> ascending = Comparator.comparingDouble(Trial::mean);
    List<Trial> sorted =
        trials.trials().stream()
            .sorted(metric.moreIsBetter() ? ascending.reversed() : ascending)
            .toList();
    page.open("section", "id", "search").element("h2", "The search");
    page.element(
        "p",
        "%s trials on %s rows of the train split, in %d folds by group, chosen by %s. None of them has seen the test split."
            .formatted(
                Numbers.count(sorted.size()),
                Numbers.count(trials.rows()),
                trials.folds(),
                metric.title().toLowerCase(Locale.ROOT)),
        "class",
        "explain");
    if (trials.leftOut() > 0) {
      page.element(
          "p",
          "The budget of seconds left %s more out: on another machine, or on another day, others may be tried."
              .formatted(Numbers.count(trials.leftOut())),
          "class",
          "explain");
    }
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", "Candidate").element("th", "Trainer").element("th", "Hyperparameters");
    page.element("th", metric.title(), "class", "n").element("th", "Fold by fold");
    page.close("tr").close("thead").open("tbody");
    for (Trial trial : sorted) {
      page.open("tr", "class", trial.chosen() ? "chosen" : "other");
      page.element(
          "td", trial.candidate() + (trial.chosen() ? " (chosen)" : ""), "class", "nowrap");
      page.element("td", trial.trainer());
      page.element("td", Words.hyperparameters(trial.hyperparameters()));
      page.element("td", Numbers.metric(trial.mean()), "class", "n");
      page.element(
          "td",
          trial.scores().stream().map(Numbers::metric).collect(Collectors.joining(" · "))
              + (trial.rows().isPresent()
                  ? ", on %s rows".formatted(Numbers.count(trial.rows().getAsInt()))
                  : ""),
          "class",
          "nowrap");
      page.close("tr");
    }
    page.close("tbody").close("table").close("div").close("section").line();
  }
}
