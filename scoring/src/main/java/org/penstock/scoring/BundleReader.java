package org.penstock.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.penstock.json.InvalidJsonException;
import org.penstock.json.JsonFields;
import org.penstock.json.JsonTree;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/** Reads a bundle strictly: every key known and present, every number legal. */
final class BundleReader {

  private static final Set<Kind> KINDS =
      Set.of(Kind.INT, Kind.LONG, Kind.DOUBLE, Kind.BOOLEAN, Kind.CATEGORY);

  private BundleReader() {}

  static ModelBundle read(byte[] json) {
    try {
      return bundle(
          JsonFields.read(
              "model bundle", BundleWriter.FORMAT_VERSION, json, JsonTree.Reading.ALL_DIGITS));
    } catch (InvalidJsonException e) {
      throw new InvalidBundleException(e.getMessage(), e);
    }
  }

  private static ModelBundle bundle(JsonFields root) {
    List<Column> features = root.objects("features").stream().map(BundleReader::feature).toList();
    Scorer scorer = scorer(root.object("scorer"), features);
    ModelBundle bundle =
        legal(
            root,
            () ->
                new ModelBundle(
                    root.text("project"),
                    features,
                    root.texts("labels"),
                    scorer,
                    calibration(root.object("calibration")),
                    root.number("threshold"),
                    card(root.object("card")),
                    root.has("interval")
                        ? Optional.of(interval(root.object("interval")))
                        : Optional.empty(),
                    root.has("outlook")
                        ? Optional.of(OutlookReader.read(root.object("outlook")))
                        : Optional.empty(),
                    root.has("requests") ? Optional.of(root.tree("requests")) : Optional.empty()));
    root.end();
    return bundle;
  }

  private static Column feature(JsonFields json) {
    Kind kind = json.oneOf("kind", KINDS, BundleReader::spelt);
    Column column =
        legal(
            json,
            () ->
                new Column(
                    json.text("name"),
                    kind,
                    json.truth("optional"),
                    json.has("levels") ? json.texts("levels") : List.of(),
                    json.has("min") ? json.number("min") : Double.NEGATIVE_INFINITY,
                    json.has("max") ? json.number("max") : Double.POSITIVE_INFINITY,
                    Set.of(Role.FEATURE),
                    false,
                    json.text("doc")));
    json.end();
    return column;
  }

  private static Calibration calibration(JsonFields json) {
    Calibration calibration =
        legal(
            json,
            () ->
                switch (json.text("method")) {
                  case "none" -> new Calibration.None();
                  case "platt" ->
                      new Calibration.Platt(json.number("slope"), json.number("intercept"));
                  case "isotonic" -> new Calibration.Isotonic(json.numbers("x"), json.numbers("y"));
                  case "temperature" -> new Calibration.Temperature(json.number("temperature"));
                  default ->
                      throw json.wrong(
                          "method",
                          "is no method, expected one of [isotonic, none, platt, temperature]");
                });
    json.end();
    return calibration;
  }

  private static Interval interval(JsonFields json) {
    Interval interval =
        legal(
            json,
            () ->
                new Interval(
                    json.number("confidence"),
                    feature(json, "by"),
                    json.int32("first"),
                    json.numbers("sizes"),
                    json.number("otherwise")));
    json.end();
    return interval;
  }

  private static OptionalInt feature(JsonFields json, String key) {
    return json.has(key) ? OptionalInt.of(json.int32(key)) : OptionalInt.empty();
  }

  private static CellsScorer.Term cells(JsonFields json) {
    CellsScorer.Term term =
        legal(
            json,
            () ->
                new CellsScorer.Term(
                    json.integers("by"),
                    json.integers("first"),
                    json.integers("sizes"),
                    feature(json, "of"),
                    json.number("mean"),
                    json.numbers("values")));
    json.end();
    return term;
  }

  private static ModelCard card(JsonFields json) {
    ModelCard card =
        legal(
            json,
            () ->
                new ModelCard(
                    json.text("description"),
                    json.text("candidate"),
                    json.text("trainer"),
                    texts(json, "hyperparameters"),
                    json.integer("training-rows"),
                    texts(json, "provenance")));
    json.end();
    return card;
  }

  private static SortedMap<String, String> texts(JsonFields json, String name) {
    return new TreeMap<>(json.map(name, String.class::cast));
  }

  private static Scorer scorer(JsonFields json, List<Column> features) {
    Scorer scorer =
        legal(
            json,
            () ->
                switch (json.text("kind")) {
                  case "cells" ->
                      new CellsScorer(
                          json.number("base"),
                          json.objects("terms").stream().map(BundleReader::cells).toList(),
                          categories(features));
                  case "ensemble" ->
                      new EnsembleScorer(
                          json.objects("members").stream()
                              .map(member -> member(member, features))
                              .toList());
                  case "linear" -> linear(json, features);
                  case "network" ->
                      new NetworkScorer(
                          linear(json, features),
                          json.objects("layers").stream().map(BundleReader::layer).toList());
                  case "trees" ->
                      new TreesScorer(
                          json.floats("base"),
                          json.oneOf(
                              "link", Set.of(TreesScorer.Link.values()), BundleReader::spelt),
                          json.objects("trees").stream().map(BundleReader::tree).toList(),
                          categories(features));
                  default ->
                      throw json.wrong(
                          "kind",
                          "is no kind, expected one of [cells, ensemble, linear, network, trees]");
                });
    json.end();
    return scorer;
  }

  private static EnsembleScorer.Member member(JsonFields json, List<Column> features) {
    Scorer scorer = scorer(json.object("scorer"), features);
    EnsembleScorer.Member member =
        legal(
            json,
            () ->
                new EnsembleScorer.Member(
                    scorer, calibration(json.object("curve")), json.number("weight")));
    json.end();
    return member;
  }

  private static LinearScorer linear(JsonFields json, List<Column> features) {
    return new LinearScorer(json.numbers("bias"), terms(json.objects("terms"), features));
  }

  private static NetworkScorer.Layer layer(JsonFields json) {
    NetworkScorer.Layer layer =
        legal(json, () -> new NetworkScorer.Layer(json.numbers("bias"), json.numbers("weights")));
    json.end();
    return layer;
  }

  private static boolean[] categories(List<Column> features) {
    boolean[] categories = new boolean[features.size()];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = features.get(i).kind() == Kind.CATEGORY;
    }
    return categories;
  }

  private static List<LinearScorer.Term> terms(List<JsonFields> json, List<Column> features) {
    List<LinearScorer.Term> terms = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      Optional<Column> feature =
          i < features.size() ? Optional.of(features.get(i)) : Optional.empty();
      terms.add(term(json.get(i), feature));
    }
    return terms;
  }

  private static LinearScorer.Term term(JsonFields json, Optional<Column> feature) {
    boolean levels = json.has("levels");
    double[][] weights = levels ? json.rows("levels") : new double[0][];
    int expected = feature.map(column -> column.levels().size()).orElse(0);
    if (weights.length != expected) {
      throw json.wrong("levels", "has %d levels, expected %d".formatted(weights.length, expected));
    }
    LinearScorer.Term term =
        legal(
            json,
            () ->
                levels
                    ? new LinearScorer.LevelsTerm(weights, json.numbers("missing"))
                    : new LinearScorer.NumberTerm(
                        json.number("mean"),
                        json.number("scale"),
                        json.numbers("weights"),
                        json.numbers("missing")));
    json.end();
    return term;
  }

  private static TreesScorer.Tree tree(JsonFields json) {
    int[] feature = json.integers("feature");
    boolean[] missingLeft = new boolean[feature.length];
    for (int node : json.integers("missing-left")) {
      if (node < 0 || node >= feature.length) {
        throw json.wrong("missing-left", "names the node %d, which is not there".formatted(node));
      }
      missingLeft[node] = true;
    }
    TreesScorer.Tree tree =
        legal(
            json,
            () ->
                new TreesScorer.Tree(
                    json.int32("output"),
                    feature,
                    json.floats("value"),
                    json.integers("left"),
                    missingLeft));
    json.end();
    return tree;
  }

  private static String spelt(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** Says where the value lies that a constructor refuses. */
  private static <T> T legal(JsonFields json, Supplier<T> construct) {
    try {
      return construct.get();
    } catch (InvalidJsonException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw json.wrong(e);
    }
  }
}
