package org.penstock.feature;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was found and put right.
 *
 * @param rows how many rows are left
 * @param equalRows rows dropped that were equal to another
 * @param otherRows rows dropped that disagreed with another of their entity and time
 * @param conflicts rows kept though another of their entity has the same time and other values
 * @param gaps times that the next row of an entity came later than a step
 * @param absent how many rows are absent in these gaps
 * @param irregular times that it came off the step: sooner, or between two
 * @param stuck readings taken for missing, by column
 */
public record RepairCounts(
    long rows,
    long equalRows,
    long otherRows,
    long conflicts,
    long gaps,
    long absent,
    long irregular,
    SortedMap<String, Long> stuck) {

  public RepairCounts {
    stuck = Collections.unmodifiableSortedMap(new TreeMap<>(stuck));
  }
}
