package org.penstock.evaluate.page;

import java.util.List;
import java.util.stream.Collectors;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Focus;
import org.penstock.evaluate.finding.PolicyFindings;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Trials.Trial;

/** An evaluation in three sentences: what was tried, how good it is, and what the policy says. */
final class Lede {

  private Lede() {}

  static void write(Markup page, Findings findings, PolicyFindings policy) {
    String words = String.join(" ", tried(findings), good(findings), policy(policy));
    page.element("p", words, "class", "lede");
  }

  private static String tried(Findings findings) {
    List<Trial> trials = findings.trials().trials();
    List<String> candidates = trials.stream().map(Trial::candidate).distinct().toList();
    String chosen = "“%s”".formatted(findings.subject().card().candidate());
    String rows = Words.count(findings.rows().train(), "row");
    String learnt =
        trials.size() == 1
            ? "%s learnt from %s, and is".formatted(chosen, rows)
            : "%d trials of %s learnt from %s; the one chosen, %s, is"
                .formatted(trials.size(), Words.list(candidates), rows, chosen);
    return "%s judged on %s that it has not seen%s."
        .formatted(learnt, judged(findings), Phrases.positives(findings));
  }

  private static String judged(Findings findings) {
    String rows = Words.count(findings.rows().test(), "row");
    return findings.rows().testGroups() == findings.rows().test()
        ? rows
        : "%s of %s".formatted(rows, Words.count(findings.rows().testGroups(), "group"));
  }

  /** Beside the main metric stands another one where the main one can be good for little. */
  private static String good(Findings findings) {
    Focus focus = findings.subject().focus();
    Metric main = focus.main();
    Estimate estimate = findings.metrics().get(main);
    String other =
        switch (findings.subject().task()) {
          case BINARY -> "; " + value(findings, focus.beside().getFirst());
          case CLASSES, NUMBER -> "";
        };
    return "Its %s is %s (%s), where %s has %s%s."
        .formatted(
            Words.small(main),
            Numbers.metric(estimate.value()),
            Words.interval(estimate),
            Phrases.of(findings).rival(),
            Numbers.metric(findings.baseline().metrics().get(main)),
            other);
  }

  private static String value(Findings findings, Metric metric) {
    return "its %s is %s, there %s"
        .formatted(
            Words.small(metric),
            Numbers.metric(findings.metrics().get(metric).value()),
            Numbers.metric(findings.baseline().metrics().get(metric)));
  }

  private static String policy(PolicyFindings policy) {
    return policy.allows()
        ? "The policy lets it pass: %s.".formatted(limits(policy.lines()))
        : "The policy rejects it: %s.".formatted(limits(policy.missed()));
  }

  private static String limits(List<PolicyFindings.Line> lines) {
    return lines.stream()
        .map(line -> "%s and is %s".formatted(line.limit(), Numbers.metric(line.got())))
        .collect(Collectors.joining("; "));
  }
}
