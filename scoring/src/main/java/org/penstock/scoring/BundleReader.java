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
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/** Reads a bundle strictly: every key known and present, every number legal. */
final class BundleReader {

  private static final Set<Kind> KINDS =
      Set.of(Kind.INT, Kind.LONG, Kind.DOUBLE, Kind.BOOLEAN, Kind.CATEGORY);

  private BundleReader() {}

  static ModelBundle read(byte[] json) {
    JsonObject root = JsonObject.parse(json);
    int version = root.integer("format-version");
    if (version != BundleWriter.FORMAT_VERSION) {
      throw new InvalidBundleException(
          "Model bundle: format-version is %d, this program reads %d"
              .formatted(version, BundleWriter.FORMAT_VERSION));
    }
    List<Column> features = root.objects("features").stream().map(BundleReader::feature).toList();
    Scorer scorer = scorer(root.object("scorer"), features);
    ModelBundle bundle =
        legal(
            "$",
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
    root.finish();
    return bundle;
  }

  private static Column feature(JsonObject json) {
    Kind kind = json.oneOf("kind", KINDS, BundleReader::spelt);
    Column column =
        legal(
            json.path(),
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
    json.finish();
    return column;
  }

  private static Calibration calibration(JsonObject json) {
    Calibration calibration =
        legal(
            json.path(),
            () ->
                switch (json.text("method")) {
                  case "none" -> new Calibration.None();
                  case "platt" ->
                      new Calibration.Platt(json.number("slope"), json.number("intercept"));
                  case "isotonic" -> new Calibration.Isotonic(json.numbers("x"), json.numbers("y"));
                  case "temperature" -> new Calibration.Temperature(json.number("temperature"));
                  default ->
                      throw json.invalid(
                          "method", "expected one of [isotonic, none, platt, temperature]");
                });
    json.finish();
    return calibration;
  }

  private static Interval interval(JsonObject json) {
    Interval interval =
        legal(
            json.path(),
            () ->
                new Interval(
                    json.number("confidence"),
                    feature(json, "by"),
                    json.integer("first"),
                    json.numbers("sizes"),
                    json.number("otherwise")));
    json.finish();
    return interval;
  }

  private static OptionalInt feature(JsonObject json, String key) {
    return json.has(key) ? OptionalInt.of(json.integer(key)) : OptionalInt.empty();
  }

  private static CellsScorer.Term cells(JsonObject json) {
    CellsScorer.Term term =
        legal(
            json.path(),
            () ->
                new CellsScorer.Term(
                    json.integers("by"),
                    json.integers("first"),
                    json.integers("sizes"),
                    feature(json, "of"),
                    json.number("mean"),
                    json.numbers("values")));
    json.finish();
    return term;
  }

  private static ModelCard card(JsonObject json) {
    ModelCard card =
        legal(
            json.path(),
            () ->
                new ModelCard(
                    json.text("description"),
                    json.text("candidate"),
                    json.text("trainer"),
                    texts(json.object("hyperparameters")),
                    json.longInteger("training-rows"),
                    texts(json.object("provenance"))));
    json.finish();
    return card;
  }

  private static SortedMap<String, String> texts(JsonObject json) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (String key : json.keys()) {
      texts.put(key, json.text(key));
    }
    return texts;
  }

  private static Scorer scorer(JsonObject json, List<Column> features) {
    Scorer scorer =
        legal(
            json.path(),
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
                      throw json.invalid(
                          "kind", "expected one of [cells, ensemble, linear, network, trees]");
                });
    json.finish();
    return scorer;
  }

  private static EnsembleScorer.Member member(JsonObject json, List<Column> features) {
    Scorer scorer = scorer(json.object("scorer"), features);
    EnsembleScorer.Member member =
        legal(
            json.path(),
            () ->
                new EnsembleScorer.Member(
                    scorer, calibration(json.object("curve")), json.number("weight")));
    json.finish();
    return member;
  }

  private static LinearScorer linear(JsonObject json, List<Column> features) {
    return new LinearScorer(json.numbers("bias"), terms(json.objects("terms"), features));
  }

  private static NetworkScorer.Layer layer(JsonObject json) {
    NetworkScorer.Layer layer =
        legal(
            json.path(),
            () -> new NetworkScorer.Layer(json.numbers("bias"), json.numbers("weights")));
    json.finish();
    return layer;
  }

  private static boolean[] categories(List<Column> features) {
    boolean[] categories = new boolean[features.size()];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = features.get(i).kind() == Kind.CATEGORY;
    }
    return categories;
  }

  private static List<LinearScorer.Term> terms(List<JsonObject> json, List<Column> features) {
    List<LinearScorer.Term> terms = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      Optional<Column> feature =
          i < features.size() ? Optional.of(features.get(i)) : Optional.empty();
      terms.add(term(json.get(i), feature));
    }
    return terms;
  }

  private static LinearScorer.Term term(JsonObject json, Optional<Column> feature) {
    boolean levels = json.has("levels");
    double[][] weights = levels ? json.rows("levels") : new double[0][];
    int expected = feature.map(column -> column.levels().size()).orElse(0);
    if (weights.length != expected) {
      throw json.invalid("levels", "expected %d levels".formatted(expected));
    }
    LinearScorer.Term term =
        legal(
            json.path(),
            () ->
                levels
                    ? new LinearScorer.LevelsTerm(weights, json.numbers("missing"))
                    : new LinearScorer.NumberTerm(
                        json.number("mean"),
                        json.number("scale"),
                        json.numbers("weights"),
                        json.numbers("missing")));
    json.finish();
    return term;
  }

  private static TreesScorer.Tree tree(JsonObject json) {
    int[] feature = json.integers("feature");
    boolean[] missingLeft = new boolean[feature.length];
    for (int node : json.integers("missing-left")) {
      if (node < 0 || node >= feature.length) {
        throw json.invalid("missing-left", "there is no node %d".formatted(node));
      }
      missingLeft[node] = true;
    }
    TreesScorer.Tree tree =
        legal(
            json.path(),
            () ->
                new TreesScorer.Tree(
                    json.integer("output"),
                    feature,
                    json.floats("value"),
                    json.integers("left"),
                    missingLeft));
    json.finish();
    return tree;
  }

  private static String spelt(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** Says where the value lies that a constructor refuses. */
  private static <T> T legal(String path, Supplier<T> construct) {
    try {
      return construct.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidBundleException("Model bundle: %s: %s".formatted(path, e.getMessage()), e);
    }
  }
}
