package org.penstock.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.json.JsonTree;
import org.penstock.row.Column;

/** Writes a bundle as canonical JSON: sorted keys, no spaces, shortest exact numbers. */
final class BundleWriter {

  static final int FORMAT_VERSION = 1;

  private BundleWriter() {}

  static byte[] write(ModelBundle bundle) {
    Map<String, Object> json =
        new TreeMap<>(
            Map.of(
                "format-version", FORMAT_VERSION,
                "project", bundle.project(),
                "features", bundle.features().stream().map(BundleWriter::feature).toList(),
                "labels", bundle.labels(),
                "scorer", scorer(bundle.scorer()),
                "calibration", calibration(bundle.calibration()),
                "threshold", bundle.threshold(),
                "card", card(bundle.card())));
    bundle.interval().ifPresent(interval -> json.put("interval", interval(interval)));
    bundle.outlook().ifPresent(outlook -> json.put("outlook", outlook(outlook)));
    bundle.requests().ifPresent(requests -> json.put("requests", requests));
    return JsonTree.write(json);
  }

  private static Map<String, Object> feature(Column column) {
    Map<String, Object> feature =
        new TreeMap<>(
            Map.of(
                "name", column.name(),
                "kind", column.kind().name().toLowerCase(Locale.ROOT),
                "optional", column.optional(),
                "doc", column.doc()));
    if (!column.levels().isEmpty()) {
      feature.put("levels", column.levels());
    }
    if (Double.isFinite(column.min())) {
      feature.put("min", column.min());
    }
    if (Double.isFinite(column.max())) {
      feature.put("max", column.max());
    }
    return feature;
  }

  private static Map<String, Object> calibration(Calibration calibration) {
    return switch (calibration) {
      case Calibration.None() -> Map.of("method", "none");
      case Calibration.Platt(double slope, double intercept) ->
          new TreeMap<>(Map.of("method", "platt", "slope", slope, "intercept", intercept));
      case Calibration.Temperature(double temperature) ->
          new TreeMap<>(Map.of("method", "temperature", "temperature", temperature));
      case Calibration.Isotonic(double[] x, double[] y) ->
          new TreeMap<>(Map.of("method", "isotonic", "x", x, "y", y));
    };
  }

  private static Map<String, Object> interval(Interval interval) {
    Map<String, Object> json =
        new TreeMap<>(
            Map.of(
                "confidence", interval.confidence(),
                "first", interval.first(),
                "sizes", interval.sizes(),
                "otherwise", interval.otherwise()));
    interval.by().ifPresent(feature -> json.put("by", feature));
    return json;
  }

  private static Map<String, Object> outlook(Outlook outlook) {
    return new TreeMap<>(
        Map.of(
            "end", outlook.end().toString(),
            "step", outlook.step().toString(),
            "carry", outlook.carry(),
            "errors", outlook.errors()));
  }

  private static Map<String, Object> cells(CellsScorer.Term term) {
    Map<String, Object> json =
        new TreeMap<>(
            Map.of(
                "by", term.by(),
                "first", term.first(),
                "sizes", term.sizes(),
                "mean", term.mean(),
                "values", term.values()));
    term.of().ifPresent(feature -> json.put("of", feature));
    return json;
  }

  private static Map<String, Object> card(ModelCard card) {
    return new TreeMap<>(
        Map.of(
            "description", card.description(),
            "candidate", card.candidate(),
            "trainer", card.trainer(),
            "hyperparameters", card.hyperparameters(),
            "training-rows", card.trainingRows(),
            "provenance", card.provenance()));
  }

  private static Map<String, Object> member(EnsembleScorer.Member member) {
    return new TreeMap<>(
        Map.of(
            "weight", member.weight(),
            "curve", calibration(member.curve()),
            "scorer", scorer(member.scorer())));
  }

  private static Map<String, Object> scorer(Scorer scorer) {
    return switch (scorer) {
      case CellsScorer cells ->
          new TreeMap<>(
              Map.of(
                  "kind", "cells",
                  "base", cells.base(),
                  "terms", cells.terms().stream().map(BundleWriter::cells).toList()));
      case EnsembleScorer ensemble ->
          new TreeMap<>(
              Map.of(
                  "kind",
                  "ensemble",
                  "members",
                  ensemble.members().stream().map(BundleWriter::member).toList()));
      case LinearScorer linear ->
          new TreeMap<>(
              Map.of(
                  "kind", "linear",
                  "bias", linear.bias(),
                  "terms", linear.terms().stream().map(BundleWriter::term).toList()));
      case NetworkScorer network -> {
        Map<String, Object> json = scorer(network.first());
        json.put("kind", "network");
        json.put("layers", network.layers().stream().map(BundleWriter::layer).toList());
        yield json;
      }
      case TreesScorer trees ->
          new TreeMap<>(
              Map.of(
                  "kind", "trees",
                  "link", trees.link().name().toLowerCase(Locale.ROOT),
                  "base", trees.base(),
                  "trees", trees.trees().stream().map(BundleWriter::tree).toList()));
    };
  }

  private static Map<String, Object> layer(NetworkScorer.Layer layer) {
    return new TreeMap<>(Map.of("bias", layer.bias(), "weights", layer.weights()));
  }

  private static Map<String, Object> term(LinearScorer.Term term) {
    return switch (term) {
      case LinearScorer.NumberTerm number ->
          new TreeMap<>(
              Map.of(
                  "mean", number.mean(),
                  "scale", number.scale(),
                  "weights", number.weights(),
                  "missing", number.missing()));
      case LinearScorer.LevelsTerm levels ->
          new TreeMap<>(Map.of("levels", levels.weights(), "missing", levels.missing()));
    };
  }

  private static Map<String, Object> tree(TreesScorer.Tree tree) {
    List<Integer> missingLeft = new ArrayList<>();
    for (int i = 0; i < tree.missingLeft().length; i++) {
      if (tree.missingLeft()[i]) {
        missingLeft.add(i);
      }
    }
    return new TreeMap<>(
        Map.of(
            "output", tree.output(),
            "feature", tree.feature(),
            "value", tree.value(),
            "left", tree.left(),
            "missing-left", missingLeft));
  }
}
