package org.penstock.row;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The known name somebody probably meant, by edit distance; for messages about unknown names. */
public final class NearestName {

  private NearestName() {}

  /**
   * Returns the name of {@code known} with the fewest letters inserted, deleted, replaced or
   * swapped with a neighbour; empty if more than a third of the letters differ (but one always
   * may). Case, and dashes against underscores, do not count. Of equally near ones the first in the
   * alphabet.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    String wanted = folded(name);
    return known.stream()
        .sorted()
        .filter(other ->
            distance(wanted, folded(other))
                <= Math.max(1, Math.max(name.length(), other.length()) / 3))
        .min(Comparator.comparingInt(other -> distance(wanted, folded(other))));
  }

  /** Returns {@code "; did you mean 'x'?"}, or else {@code "; known: [a, b]"}. */
  public static String hint(String name, Collection<String> known) {
    return of(name, known)
        .map("; did you mean '%s'?"::formatted)
        .orElseGet(() -> "; known: " + new TreeSet<>(known));
  }

  /** Returns a sentence such as {@code Unknown column 'agee'; did you mean 'age'?}. */
  public static String unknown(String what, String name, Collection<String> known) {
    return "Unknown %s '%s'%s".formatted(what, name, hint(name, known));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
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
