package org.penstock.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.penstock.row.Part;

/**
 * The split that comes with the data. Rows of one entity or group belong to one side, or what is
 * judged was learnt from.
 */
final class GivenSplit {

  private GivenSplit() {}

  /**
   * Returns the split that the rows of {@code dataset} say.
   *
   * @throws InvalidDatasetException if a row says nothing, or an entity or a group is on both sides
   */
  static Split of(Dataset dataset) {
    double[] parts =
        dataset
            .parts()
            .orElseThrow(() ->
                new InvalidDatasetException(
                    "The split is given, and no column of the rows has the role PART"));
    List<String> problems = new ArrayList<>();
    for (int row = 0; row < parts.length && problems.isEmpty(); row++) {
      if (Double.isNaN(parts[row])) {
        problems.add(
            "The split is given, and row %d says not which part it is in; name the role of its"
                    .formatted(row)
                + " file: train=FILE,test=FILE");
      }
    }
    if (dataset.hasEntities()) {
      sharedBy(dataset.entities(), parts, "entity(s)").ifPresent(problems::add);
    }
    if (dataset.hasGroups()) {
      sharedBy(dataset.groups(), parts, "group(s)").ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new InvalidDatasetException(problems);
    }
    return Split.of(parts.length, row -> parts[row] == Part.TEST.ordinal());
  }

  private static Optional<String> sharedBy(long[] keys, double[] parts, String what) {
    Set<Long> tested = new HashSet<>();
    Set<Long> shared = new HashSet<>();
    for (int row = 0; row < keys.length; row++) {
      if (parts[row] == Part.TEST.ordinal()) {
        tested.add(keys[row]);
      }
    }
    for (int row = 0; row < keys.length; row++) {
      if (parts[row] != Part.TEST.ordinal() && tested.contains(keys[row])) {
        shared.add(keys[row]);
      }
    }
    return shared.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The split is given, and %d %s are in the test part and in another: a model would be"
                    .formatted(shared.size(), what)
                + " judged on what it has seen");
  }
}
