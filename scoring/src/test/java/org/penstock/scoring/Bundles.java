package org.penstock.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;
import org.penstock.scoring.LinearScorer.LevelsTerm;
import org.penstock.scoring.LinearScorer.NumberTerm;
import org.penstock.scoring.TreesScorer.Link;
import org.penstock.scoring.TreesScorer.Tree;

/** Bundles of every kind over the same four features: an int, a double, a boolean, a category. */
final class Bundles {

  private static final boolean[] CATEGORY = {false, false, false, true};

  private Bundles() {}

  static List<ModelBundle> all() {
    return List.of(
        linear(),
        stump(),
        forest(Link.LOGISTIC),
        forest(Link.IDENTITY),
        classes(),
        ensemble(),
        network());
  }

  static ModelBundle linear() {
    var scorer =
        new LinearScorer(
            new double[] {-0.1},
            List.of(
                new NumberTerm(1.5, 2.5, one(0.3), one(-0.7)),
                new NumberTerm(0, 1, one(-1e-300), one(0)),
                new NumberTerm(0.5, 0.5, one(1.0 / 3), one(0)),
                new LevelsTerm(new double[][] {one(0.1), one(0.2), one(-0.3)}, one(4))));
    return bundle(scorer, List.of("false", "true"), new Calibration.Platt(1.5, 0.25));
  }

  /** Three neurons, then two, then a label each. */
  static ModelBundle network() {
    double[] three = {.5, -1, 2};
    var first =
        new LinearScorer(
            new double[] {.1, .2, -.3},
            List.of(
                new NumberTerm(1.5, 2.5, three, new double[3]),
                new NumberTerm(0, 1, three, three),
                new NumberTerm(0.5, 0.5, three, new double[3]),
                new LevelsTerm(new double[][] {three, new double[3], three}, three)));
    var layers =
        List.of(
            new NetworkScorer.Layer(new double[] {.1, -.1}, new double[] {1, -1, .5, .3, .2, -.4}),
            new NetworkScorer.Layer(new double[] {0, .1, .2}, new double[] {1, 2, -3, .4, .5, -6}));
    return bundle(new NetworkScorer(first, layers), List.of("a", "b", "c"), new Calibration.None());
  }

  static ModelBundle stump() {
    Tree tree =
        new Tree(
            0,
            new int[] {0, -1, -1},
            new float[] {1.5f, -1, 1},
            new int[] {1, 0, 0},
            new boolean[] {true, false, false});
    return bundle(
        trees(Link.LOGISTIC, 1, List.of(tree)), List.of("0", "1"), new Calibration.None());
  }

  static ModelBundle leaf(float value) {
    Tree tree = new Tree(0, new int[] {-1}, new float[] {value}, new int[1], new boolean[1]);
    return bundle(
        trees(Link.LOGISTIC, 1, List.of(tree)), List.of("0", "1"), new Calibration.None());
  }

  static ModelBundle forest(Link link) {
    var isotonic =
        new Calibration.Isotonic(new double[] {0.1, 0.5, 0.9}, new double[] {0, 0.25, 1});
    return bundle(trees(link, 1, trees(1)), List.of("0", "1"), isotonic);
  }

  static ModelBundle classes() {
    return bundle(
        trees(Link.LOGISTIC, 3, trees(3)), List.of("a", "b", "c"), new Calibration.None());
  }

  static ModelBundle ensemble() {
    var ranks =
        new Calibration.Isotonic(new double[] {0, 0.2, 0.6, 1}, new double[] {0, 0.5, 0.9, 1});
    return bundle(
        new EnsembleScorer(
            List.of(
                new EnsembleScorer.Member(linear().scorer(), ranks, 0.25),
                new EnsembleScorer.Member(
                    forest(Link.IDENTITY).scorer(), new Calibration.None(), 0.75))),
        List.of("0", "1"),
        new Calibration.Platt(0.75, -1));
  }

  /** A row with missing values here and there. */
  static double[] row(Random random) {
    double[] row = {random.nextInt(5), random.nextGaussian(), random.nextInt(2), random.nextInt(3)};
    row[random.nextInt(4)] = random.nextBoolean() ? Double.NaN : 1;
    return row;
  }

  private static List<Tree> trees(int outputs) {
    Random random = new Random(outputs);
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      trees.add(tree(random, i % outputs));
    }
    return trees;
  }

  /** A complete tree of depth 3. */
  static Tree tree(Random random, int output) {
    int[] feature = new int[15];
    float[] value = new float[15];
    int[] left = new int[15];
    boolean[] missingLeft = new boolean[15];
    for (int i = 0; i < 15; i++) {
      boolean leaf = i >= 7;
      feature[i] = leaf ? -1 : random.nextInt(4);
      value[i] = leaf ? random.nextFloat() - 0.5f : random.nextInt(3);
      left[i] = leaf ? 0 : 2 * i + 1;
      missingLeft[i] = !leaf && random.nextBoolean();
    }
    return new Tree(output, feature, value, left, missingLeft);
  }

  static TreesScorer trees(Link link, int outputs, List<Tree> trees) {
    return new TreesScorer(new float[outputs], link, trees, CATEGORY);
  }

  private static ModelBundle bundle(Scorer scorer, List<String> labels, Calibration calibration) {
    List<Column> features =
        List.of(
            column("visits", Kind.INT, List.of()),
            column("balance", Kind.DOUBLE, List.of()),
            column("owner", Kind.BOOLEAN, List.of()),
            column("home", Kind.CATEGORY, List.of("house", "flat", "büro")));
    var card =
        new ModelCard(
            "Whether it rains",
            "boosting",
            "by hand",
            new TreeMap<>(Map.of("trees", "30")),
            1_000,
            new TreeMap<>(Map.of("training", "sha256:00")));
    return new ModelBundle("weather", features, labels, scorer, calibration, 0.5, card);
  }

  private static Column column(String name, Kind kind, List<String> levels) {
    boolean ranged = kind == Kind.INT;
    return new Column(
        name,
        kind,
        !ranged,
        levels,
        ranged ? 0 : Double.NEGATIVE_INFINITY,
        ranged ? 100 : Double.POSITIVE_INFINITY,
        Set.of(Role.FEATURE),
        false,
        "The \"" + name + "\"");
  }

  private static double[] one(double number) {
    return new double[] {number};
  }
}
