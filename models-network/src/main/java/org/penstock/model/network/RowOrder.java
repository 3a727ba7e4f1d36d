package org.penstock.model.network;

import java.util.SplittableRandom;
import org.penstock.model.NetworkProblem;

/** The order in which a network sees rows: shuffled once, since Tribuo takes them as they stand. */
final class RowOrder {

  private RowOrder() {}

  static int[] of(NetworkProblem problem) {
    SplittableRandom random = new SplittableRandom(problem.seed());
    int[] order = new int[problem.labels().length];
    for (int i = 0; i < order.length; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
