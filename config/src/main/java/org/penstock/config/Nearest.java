package org.penstock.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what somebody who misspelt a name had probably in mind. */
public final class Nearest {

  private Nearest() {}

  /**
   * Returns the name of {@code known} with the fewest letters inserted, deleted, replaced or
   * swapped with a neighbour; empty if more than a third of the letters differ (but one always
   * may).
   */
  public static Optional<String> of(String name, Collection<String> known) {
    return new TreeSet<>(known)
        .stream()
            .filter(other ->
                distance(name, other) <= Math.max(1, Math.max(name.length(), other.length()) / 3))
            .min(Comparator.comparingInt(other -> distance(name, other)));
  }

  /** Returns {@code "; did you mean 'x'?"}, or else {@code "; known: [a, b]"}. */
  public static String hint(String name, Collection<String> known) {
    return of(name, known)
        .map("; did you mean '%s'?"::formatted)
        .orElseGet(() -> "; known: " + new TreeSet<>(known));
  }

  /** Optimal string alignment: Damerau–Levenshtein without editing a swapped pair again. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cell(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cell(String a, String b, int i, int j, int[][] cost) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
  }
}
