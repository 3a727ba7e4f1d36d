package org.penstock.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.config.RecordTree;
import org.penstock.evaluate.finding.Contender;
import org.penstock.evaluate.finding.Detail;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Importance;
import org.penstock.evaluate.finding.Slice;
import org.penstock.evaluation.Baseline;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Spread;
import org.penstock.evaluation.Trials;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Findings as canonical JSON: sorted keys, a number that is not defined is absent. The format
 * stands in {@code docs/artifacts.md}.
 */
final class EvaluationJson {

  static final int FORMAT_VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private EvaluationJson() {}

  static byte[] of(Findings findings) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("format-version", FORMAT_VERSION);
    tree.put("project", findings.subject().project());
    tree.put("task", findings.subject().task().name().toLowerCase(Locale.ROOT));
    tree.put("labels", findings.subject().labels());
    tree.put("inputs", findings.subject().digests());
    tree.put("split", RecordTree.of(findings.subject().split()));
    tree.put("seed", findings.subject().seed());
    tree.put(
        "intervals",
        sorted(
            Map.of(
                "confidence",
                findings.subject().confidence(),
                "resamples",
                findings.subject().resamples(),
                "resampled-by",
                "group")));
    tree.put("candidate", findings.subject().card().candidate());
    tree.put("selection-metric", findings.subject().selection());
    tree.put("rows", rows(findings));
    SortedMap<String, Object> metrics = new TreeMap<>();
    findings.estimates().forEach((name, estimate) -> metrics.put(name, estimate(estimate)));
    tree.put("metrics", metrics);
    tree.put("baselines", findings.baselines().stream().map(EvaluationJson::baseline).toList());
    tree.put(
        "slices",
        findings.slices().stream().map(slice -> slice(findings.detail(), slice)).toList());
    tree.put("candidates", findings.candidates().stream().map(EvaluationJson::contender).toList());
    tree.put("splits", findings.splits().stream().map(EvaluationJson::contender).toList());
    findings.champion().ifPresent(champion -> tree.put("champion", contender(champion)));
    tree.put(
        "importances",
        findings.importances().stream()
            .map(importance -> importance(findings.subject().focus().main(), importance))
            .toList());
    DetailJson.write(findings, tree);
    findings.trials().repeats().ifPresent(repeats -> tree.put("repeats", repeats(repeats)));
    tree.put("warnings", findings.warnings());
    tree.put(
        "verdict",
        sorted(
            Map.of(
                "level",
                findings.verdict().level().name().toLowerCase(Locale.ROOT),
                "headline",
                findings.verdict().headline(),
                "reasons",
                findings.verdict().reasons())));
    byte[] json = JSON.writeValueAsBytes(tree);
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  private static SortedMap<String, Object> rows(Findings findings) {
    SortedMap<String, Object> rows = new TreeMap<>();
    rows.put("train", findings.rows().train());
    rows.put("test", findings.rows().test());
    DetailJson.writeRows(findings, rows);
    rows.put("test-groups", findings.rows().testGroups());
    rows.put("entities-and-groups", RecordTree.of(findings.rows().shared()));
    return rows;
  }

  private static SortedMap<String, Object> metrics(Map<Metric, Estimate> metrics) {
    SortedMap<String, Object> tree = new TreeMap<>();
    metrics.forEach((metric, estimate) -> tree.put(metric.key(), estimate(estimate)));
    return tree;
  }

  private static SortedMap<String, Object> estimate(Estimate estimate) {
    return defined(
        Map.of("value", estimate.value(), "lower", estimate.lower(), "upper", estimate.upper()));
  }

  /** JSON has no NaN: what is not defined is left out. */
  private static SortedMap<String, Object> defined(Map<String, Double> numbers) {
    SortedMap<String, Object> tree = new TreeMap<>(numbers);
    tree.values().removeIf(number -> !Double.isFinite((Double) number));
    return tree;
  }

  private static SortedMap<String, Object> baseline(Baseline baseline) {
    Map<String, Double> metrics = new TreeMap<>();
    baseline.metrics().forEach((metric, value) -> metrics.put(metric.key(), value));
    return sorted(
        Map.of(
            "name",
            baseline.name(),
            "description",
            baseline.description(),
            "metrics",
            defined(metrics)));
  }

  private static SortedMap<String, Object> slice(Detail detail, Slice slice) {
    SortedMap<String, Object> tree =
        sorted(
            Map.of(
                "column",
                slice.column(),
                "value",
                slice.value(),
                "rows",
                slice.rows(),
                "metrics",
                metrics(slice.metrics())));
    DetailJson.writeMeans(detail, slice, tree);
    return tree;
  }

  private static SortedMap<String, Object> contender(Contender contender) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("split", contender.split());
    tree.put("candidate", contender.candidate());
    tree.put("rows", contender.rows());
    tree.put("metrics", metrics(contender.metrics()));
    contender
        .difference()
        .ifPresent(difference -> tree.put("difference-to-model", metrics(difference)));
    return tree;
  }

  private static SortedMap<String, Object> importance(Metric metric, Importance importance) {
    return sorted(
        Map.of(
            "feature",
            importance.feature().name(),
            metric.key() + "-loss",
            importance.loss(),
            "least",
            importance.least(),
            "most",
            importance.most()));
  }

  private static SortedMap<String, Object> repeats(Trials.Repeats repeats) {
    SortedMap<String, Object> metrics = new TreeMap<>();
    repeats
        .metrics()
        .forEach((metric, values) -> {
          Spread spread = Spread.of(values);
          metrics.put(
              metric,
              defined(
                  Map.of(
                      "mean", spread.mean(),
                      "deviation", spread.deviation(),
                      "least", spread.least(),
                      "most", spread.most())));
        });
    return sorted(
        Map.of(
            "by", repeats.by(),
            "folds", repeats.folds(),
            "times", repeats.times(),
            "metrics", metrics));
  }

  private static SortedMap<String, Object> sorted(Map<String, Object> map) {
    return new TreeMap<>(map);
  }
}
