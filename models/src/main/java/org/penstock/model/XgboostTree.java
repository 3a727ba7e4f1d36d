package org.penstock.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penstock.scoring.TreesScorer;
import tools.jackson.databind.JsonNode;

/**
 * One tree of XGBoost, renumbered from the root down so that the right child of a node follows the
 * left one.
 */
final class XgboostTree {

  /** No level has this code: "another level than this" is always true. */
  private static final float NO_LEVEL = -1;

  private final JsonNode left;
  private final JsonNode right;
  private final JsonNode feature;
  private final JsonNode value;
  private final JsonNode missingLeft;
  private final List<Optional<Input>> inputs;

  XgboostTree(JsonNode tree, List<Optional<Input>> inputs) {
    this.left = tree.get("left_children");
    this.right = tree.get("right_children");
    this.feature = tree.get("split_indices");
    this.value = tree.get("split_conditions");
    this.missingLeft = tree.get("default_left");
    this.inputs = inputs;
  }

  TreesScorer.Tree flatten(int output) {
    List<Integer> order = new ArrayList<>(List.of(0));
    int nodes = left.size();
    int[] asked = new int[nodes];
    float[] values = new float[nodes];
    int[] lefts = new int[nodes];
    boolean[] missing = new boolean[nodes];
    for (int i = 0; i < order.size(); i++) {
      int node = order.get(i);
      values[i] = value.get(node).decimalValue().floatValue();
      missing[i] = missingLeft.get(node).intValue() == 1;
      if (left.get(node).intValue() < 0) {
        asked[i] = -1;
        missing[i] = false;
        continue;
      }

      Input input = inputs.get(feature.get(node).intValue()).orElseThrow();
      boolean swapped = input.level().isPresent() && !(values[i] > 0);
      asked[i] = input.feature();
      missing[i] ^= swapped;
      values[i] = input.level().isPresent() ? level(input, values[i]) : values[i];
      lefts[i] = order.size();
      order.add((swapped ? right : left).get(node).intValue());
      order.add((swapped ? left : right).get(node).intValue());
    }
    int used = order.size();
    return new TreesScorer.Tree(
        output,
        java.util.Arrays.copyOf(asked, used),
        java.util.Arrays.copyOf(values, used),
        java.util.Arrays.copyOf(lefts, used),
        java.util.Arrays.copyOf(missing, used));
  }

  /**
   * An indicator is less than a threshold in (0, 1] where the category has another level. Beyond
   * that, a split only tells what is missing from what is not.
   */
  private static float level(Input input, float threshold) {
    return threshold > 0 && threshold <= 1 ? input.level().getAsInt() : NO_LEVEL;
  }
}
