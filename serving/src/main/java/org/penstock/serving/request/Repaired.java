package org.penstock.serving.request;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.penstock.feature.RepairCounts;

/**
 * What was found in the rows of a window, and put right as in a run.
 *
 * @param lateRows rows that stood below a later one of their entity, and were sorted
 * @param found what the rules of the project found
 */
public record Repaired(long lateRows, RepairCounts found) {

  public Repaired {
    requireNonNull(found, "found");
  }

  /** Returns what was found at least once, by name; of readings that stood still, by column. */
  public Map<String, Object> named() {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("late_rows", lateRows);
    named.put("equal_rows", found.equalRows());
    named.put("other_rows", found.otherRows());
    named.put("conflicts", found.conflicts());
    named.put("gaps", found.gaps());
    named.put("absent", found.absent());
    named.put("irregular", found.irregular());
    named.put("stuck", found.stuck());
    named.values().removeIf(count -> count.equals(0L) || count.equals(Map.of()));
    return named;
  }
}
