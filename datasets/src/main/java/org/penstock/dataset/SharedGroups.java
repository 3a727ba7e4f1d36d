package org.penstock.dataset;

/**
 * How many entities are not alone in their group: several ids of what is in effect one person.
 *
 * @param entities how many entities there are
 * @param groups how many groups there are
 * @param sharing how many entities are in a group of more than one entity
 * @param largest how many entities the largest group has
 */
public record SharedGroups(int entities, int groups, int sharing, int largest) {

  /** Counts the entities and groups of {@code dataset}. */
  public static SharedGroups of(Dataset dataset) {
    Grouping entities = Grouping.of(dataset.entities());
    Grouping groups = Grouping.of(dataset.groups());
    long[] pairs = new long[dataset.rows()];
    for (int row = 0; row < pairs.length; row++) {
      pairs[row] = ((long) groups.codes()[row] << 32) | entities.codes()[row];
    }
    Grouping members = Grouping.of(pairs);
    int[] sizes = sizes(members, groups);
    int sharing = 0;
    int largest = 0;
    for (int size : sizes) {
      sharing += size > 1 ? size : 0;
      largest = Math.max(largest, size);
    }
    return new SharedGroups(entities.count(), groups.count(), sharing, largest);
  }

  private static int[] sizes(Grouping members, Grouping groups) {
    int[] sizes = new int[groups.count()];
    int seen = 0;
    for (int row = 0; row < members.codes().length; row++) {
      if (members.codes()[row] == seen) {
        sizes[groups.codes()[row]]++;
        seen++;
      }
    }
    return sizes;
  }

  /** Returns whether any entity shares its group. */
  public boolean any() {
    return sharing > 0;
  }
}
