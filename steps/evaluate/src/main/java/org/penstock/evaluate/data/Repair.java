package org.penstock.evaluate.data;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penstock.artifact.CanonicalJson;

/**
 * Something that was found in rows which keep the contract one by one.
 *
 * @param words what it is, and what became of it
 * @param count how often
 */
public record Repair(String words, long count) {

  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("late-rows", "rows that stood below a later one of their entity: sorted by time");
    WORDS.put("equal-rows", "rows equal to another: dropped");
    WORDS.put("other-rows", "rows that disagree with another of their entity and time: dropped");
    WORDS.put("conflicts", "rows that disagree with another of their entity and time: kept");
    WORDS.put("gaps", "times that the next row of an entity came later than a step");
    WORDS.put("absent", "rows absent in these gaps");
    WORDS.put("irregular", "times that a row came off the step");
  }

  public Repair {
    requireNonNull(words, "words");
  }

  /** Returns what a {@code repairs.json} of the ingest step counts, without what is not there. */
  static List<Repair> of(byte[] json) {
    Map<String, Object> document = CanonicalJson.read(json);
    Map<String, Object> counts = new LinkedHashMap<>(mapping(document.get("found")));
    counts.put("late-rows", document.getOrDefault("late-rows", 0L));
    List<Repair> repairs = new ArrayList<>();
    WORDS.forEach((key, words) -> add(repairs, words, counts.get(key)));
    mapping(counts.get("stuck"))
        .forEach((column, count) ->
            add(
                repairs,
                "readings of '%s' that stood still: taken for missing".formatted(column),
                count));
    return List.copyOf(repairs);
  }

  private static void add(List<Repair> repairs, String words, Object count) {
    if (count instanceof Number number && number.longValue() > 0) {
      repairs.add(new Repair(words, number.longValue()));
    }
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are texts
  private static Map<String, Object> mapping(Object value) {
    return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
  }
}
