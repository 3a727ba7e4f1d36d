package org.penstock.evaluate.page;

import java.util.Comparator;
import java.util.List;
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
        "%s on %s of the train split, in %d folds, chosen by %s. None has seen the test split."
            .formatted(
                Words.count(sorted.size(), "trial"),
                Words.count(trials.rows(), "row"),
                trials.folds(),
                Words.small(metric)),
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
    Table table =
        Table.of(page, "Trials, the best first")
            .column("Candidate")
            .column("Trainer")
            .column("Hyperparameters")
            .number(metric.title())
            .column("Fold by fold");
    for (Trial trial : sorted) {
      table.row(trial.chosen() ? "chosen" : "other");
      table.name(trial.candidate() + (trial.chosen() ? " (chosen)" : ""));
      table.text(trial.trainer()).text(Words.hyperparameters(trial.hyperparameters()));
      table.value(Numbers.metric(trial.mean())).nowrap(folds(trial));
    }
    table.end();
    page.close("section").line();
  }

  private static String folds(Trial trial) {
    String scores =
        trial.scores().stream()
            .map(score -> Numbers.like(trial.mean(), score))
            .collect(Collectors.joining(" · "));
    return trial.rows().isPresent()
        ? "%s, on %s".formatted(scores, Words.count(trial.rows().getAsInt(), "row"))
        : scores;
  }
}
