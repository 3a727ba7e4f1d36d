package org.penstock.row;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name somebody probably meant, by edit distance; for messages about unknown names. */
public final class NearestName {

  private NearestName() {}

  /**
   * Returns the nearest of {@code known}, if it is near: at most a third of the letters of {@code
   * name} differ, and at least one may. Case and dashes against underscores do not count. Of
   * equally near ones the first.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    String wanted = folded(name);
    return known.stream()
        .filter(candidate -> distance(wanted, folded(candidate)) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(candidate -> distance(wanted, folded(candidate))));
  }

  /** Returns a sentence such as {@code Unknown column 'agee'; did you mean 'age'?}. */
  public static String unknown(String what, String name, Collection<String> known) {
    return "Unknown %s '%s'; %s"
        .formatted(
            what,
            name,
            of(name, known)
                .map(nearest -> "did you mean '%s'?".formatted(nearest))
                .orElse("known: " + known));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j < previous.length; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j < current.length; j++) {
        int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
