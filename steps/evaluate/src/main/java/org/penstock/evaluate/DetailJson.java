package org.penstock.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.config.RecordTree;
import org.penstock.evaluate.finding.Detail;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Slice;
import org.penstock.evaluation.ConfusionMatrix;
import org.penstock.evaluation.Curves;
import org.penstock.evaluation.Curves.Point;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.ReportEstimates;

/** What an evaluation says of one task only. */
final class DetailJson {

  private DetailJson() {}

  /** Writes what {@code findings} have beside what every evaluation has into {@code tree}. */
  static void write(Findings findings, SortedMap<String, Object> tree) {
    switch (findings.detail()) {
      case Detail.Binary binary -> {
        tree.put("positive-label", findings.subject().labels().getLast());
        tree.put("cutoff", RecordTree.of(binary.cutoff()));
        tree.put("decisions", RecordTree.of(binary.decisions()));
        tree.put(
            "by-label",
            byLabel(findings.subject().labels(), binary.decisions().matrix(), binary.report()));
        tree.put("curves", curves(binary.curves()));
      }
      case Detail.Classes classes -> {
        tree.put("confusion", classes.confusion().counts());
        tree.put("by-label", byLabel(classes.labels(), classes.confusion(), classes.report()));
        classes
            .entities()
            .ifPresent(found -> {
              tree.put("entities", found.scores().stream().map(RecordTree::of).toList());
              tree.put("change-delays", RecordTree.of(found.delays()));
            });
      }
      case Detail.Number _ -> {}
    }
  }

  /** Writes how many rows have which label into {@code tree}. */
  static void writeRows(Findings findings, SortedMap<String, Object> tree) {
    switch (findings.detail()) {
      case Detail.Binary _ -> {
        tree.put("train-base-rate", findings.rows().trainBaseRate());
        tree.put("test-positives", findings.rows().testPositives());
      }
      case Detail.Classes _ -> {
        tree.put("train-labels", findings.rows().trainLabels());
        tree.put("test-labels", findings.rows().testLabels());
      }
      case Detail.Number _ -> {}
    }
  }

  /** Writes what happened and what was said in {@code slice} on average. */
  static void writeMeans(Detail detail, Slice slice, SortedMap<String, Object> tree) {
    switch (detail) {
      case Detail.Binary _ -> {
        tree.put("base-rate", slice.happened());
        tree.put("mean-probability", slice.said());
      }
      case Detail.Classes _ -> {}
      case Detail.Number _ -> {
        tree.put("mean-target", slice.happened());
        tree.put("mean-prediction", slice.said());
      }
    }
  }

  private static List<Map<String, Object>> byLabel(
      List<String> labels, ConfusionMatrix confusion, ReportEstimates report) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int k = 0; k < labels.size(); k++) {
      SortedMap<String, Object> line = new TreeMap<>();
      line.put("label", labels.get(k));
      line.put("rows", confusion.happened(k));
      put(line, "precision", report.labels().get(k).precision());
      put(line, "recall", report.labels().get(k).recall());
      put(line, "f1", report.labels().get(k).f1());
      lines.add(line);
    }
    return lines;
  }

  private static void put(SortedMap<String, Object> line, String name, Estimate estimate) {
    line.put(name, estimate.value());
    if (estimate.lower() <= estimate.upper()) {
      line.put(name + "-lower", estimate.lower());
      line.put(name + "-upper", estimate.upper());
    }
  }

  private static SortedMap<String, Object> curves(Curves curves) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("roc", points(curves.roc()));
    tree.put("precision-recall", points(curves.precisionRecall()));
    tree.put("gain", points(curves.gain()));
    tree.put("calibration", curves.calibration().stream().map(RecordTree::of).toList());
    return tree;
  }

  private static List<List<Double>> points(List<Point> points) {
    List<List<Double>> pairs = new ArrayList<>();
    points.forEach(point -> pairs.add(List.of(point.x(), point.y())));
    return pairs;
  }
}
