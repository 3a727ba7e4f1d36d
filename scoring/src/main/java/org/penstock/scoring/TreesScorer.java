package org.penstock.scoring;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A sum of decision trees: each adds the value of one leaf to one output.
 *
 * <p>Features and sums are 32-bit floats, added in the order of the trees, as XGBoost does it: the
 * sums are equal to its own bit for bit.
 */
public final class TreesScorer implements Scorer {

  private static final int LEAF = -1;

  /** What makes probabilities of outputs; for a number it is the identity. */
  public enum Link {
    /** The output is log-odds, or for more than two labels what the softmax is taken of. */
    LOGISTIC,
    /**
     * The output is the probability itself, but for rounding: one is kept in [0, 1], several are
     * kept at or above 0 and divided by their sum.
     */
    IDENTITY
  }

  private final List<Tree> trees;
  private final Link link;
  private final float[] base;
  private final boolean[] category;

  /**
   * All trees in one: the trees of an output lie together, the root of each is in {@code roots}.
   */
  private final int[] roots;

  private final int[] firstRoot;
  private final int[] feature;
  private final float[] value;
  private final int[] left;
  private final byte[] test;

  /**
   * One tree; entry {@code i} of each array is node {@code i}, node 0 the root.
   *
   * @param output to which output the leaf's value is added
   * @param feature the feature a node asks for, -1 for a leaf
   * @param value a leaf's value; else what the feature is compared with
   * @param left the node to go to if the feature is less than the value, or, where the feature is a
   *     category, if it is another level than the value; the node after it is where to go if not. 0
   *     for a leaf; greater than the node's own number, so that every walk ends
   * @param missingLeft whether to go left if the feature is missing
   */
  public record Tree(int output, int[] feature, float[] value, int[] left, boolean[] missingLeft) {

    public Tree {
      feature = feature.clone();
      value = value.clone();
      left = left.clone();
      missingLeft = missingLeft.clone();
      int nodes = feature.length;
      if (nodes == 0
          || value.length != nodes
          || left.length != nodes
          || missingLeft.length != nodes) {
        throw new IllegalArgumentException(
            "A tree of %d features, %d values, %d children and %d defaults"
                .formatted(nodes, value.length, left.length, missingLeft.length));
      }
      for (int i = 0; i < nodes; i++) {
        boolean leaf = feature[i] == LEAF && left[i] == 0;
        boolean split = feature[i] >= 0 && left[i] > i && left[i] < nodes - 1;
        if (!(leaf || split) || !Float.isFinite(value[i])) {
          throw new IllegalArgumentException(
              "Node %d of %d asks for feature %d, value %s, and goes to node %d"
                  .formatted(i, nodes, feature[i], value[i], left[i]));
        }
      }
    }
  }

  /**
   * @param base what each output starts with; 1 entry or at least 3
   * @param trees in the order in which they are added
   * @param category for each feature, whether it is a category
   */
  public TreesScorer(float[] base, Link link, List<Tree> trees, boolean[] category) {
    this.link = requireNonNull(link, "link");
    this.base = base.clone();
    this.trees = List.copyOf(trees);
    this.category = category.clone();
    if (base.length == 0 || base.length == 2) {
      throw new IllegalArgumentException("A scorer has 1 output or at least 3, not " + base.length);
    }

    int nodes = this.trees.stream().mapToInt(tree -> tree.feature.length).sum();
    roots = new int[trees.size()];
    firstRoot = new int[base.length + 1];
    feature = new int[nodes];
    value = new float[nodes];
    left = new int[nodes];
    test = new byte[nodes];
    flatten();
  }

  private void flatten() {
    int root = 0;
    int node = 0;
    for (int output = 0; output < base.length; output++) {
      if (!Float.isFinite(base[output])) {
        throw new IllegalArgumentException(
            "Output %d starts with %s".formatted(output, base[output]));
      }
      for (Tree tree : trees) {
        if (tree.output < 0 || tree.output >= base.length) {
          throw new IllegalArgumentException(
              "A tree adds to output %d of %d".formatted(tree.output, base.length));
        }
        if (tree.output == output) {
          roots[root++] = node;
          node = append(tree, node);
        }
      }
      firstRoot[output + 1] = root;
    }
  }

  private int append(Tree tree, int offset) {
    for (int i = 0; i < tree.feature.length; i++) {
      int asked = tree.feature[i];
      if (asked >= category.length) {
        throw new IllegalArgumentException(
            "A tree asks for feature %d of %d".formatted(asked, category.length));
      }
      feature[offset + i] = asked;
      value[offset + i] = tree.value[i];
      left[offset + i] = offset + tree.left[i];
      boolean levels = asked != LEAF && category[asked];
      test[offset + i] = (byte) ((tree.missingLeft[i] ? 1 : 0) + (levels ? 2 : 0));
    }
    return offset + tree.feature.length;
  }

  /** Returns what each output starts with. */
  public float[] base() {
    return base.clone();
  }

  /** Returns what makes a probability of the output for two labels. */
  public Link link() {
    return link;
  }

  /** Returns for each feature whether it is a category. */
  public boolean[] categories() {
    return category.clone();
  }

  /** Returns the trees in the order in which they are added. */
  public List<Tree> trees() {
    return trees;
  }

  @Override
  public int features() {
    return category.length;
  }

  @Override
  public int outputs() {
    return base.length;
  }

  @Override
  public boolean isCategory(int feature) {
    return category[feature];
  }

  @Override
  public double output(double[] row, int output) {
    float sum = base[output];
    int end = firstRoot[output + 1];
    for (int tree = firstRoot[output]; tree < end; tree++) {
      int node = roots[tree];
      int asked = feature[node];
      while (asked != LEAF) {
        node = left[node] + right((float) row[asked], value[node], test[node]);
        asked = feature[node];
      }
      sum += value[node];
    }
    return sum;
  }

  @Override
  public double probability(double[] row, int label) {
    return switch (link) {
      case LOGISTIC -> Scorer.super.probability(row, label);
      case IDENTITY -> {
        if (outputs() > 1) {
          yield share(row, label);
        }
        double positive = Math.clamp(output(row, 0), 0, 1);
        yield label == 1 ? positive : 1 - positive;
      }
    };
  }

  /** Returns the part of {@code label} in what is not below 0; all alike where nothing is above. */
  private double share(double[] row, int label) {
    double own = 0;
    double sum = 0;
    for (int k = 0; k < base.length; k++) {
      double positive = Math.max(0, output(row, k));
      own = k == label ? positive : own;
      sum += positive;
    }
    return sum > 0 ? own / sum : 1.0 / base.length;
  }

  @Override
  public void probabilities(double[] row, double[] into) {
    if (link == Link.LOGISTIC || outputs() == 1) {
      Scorer.super.probabilities(row, into);
      return;
    }
    double sum = 0;
    for (int k = 0; k < base.length; k++) {
      into[k] = Math.max(0, output(row, k));
      sum += into[k];
    }
    for (int k = 0; k < base.length; k++) {
      into[k] = sum > 0 ? into[k] / sum : 1.0 / base.length;
    }
  }

  /** Returns 0 to go left, 1 to go right. A comparison with NaN is false. */
  private static int right(float x, float value, byte test) {
    return switch (test) {
      case 0 -> x < value ? 0 : 1;
      case 1 -> x >= value ? 1 : 0;
      case 2 -> x < value || x > value ? 0 : 1;
      default -> x == value ? 1 : 0;
    };
  }
}
