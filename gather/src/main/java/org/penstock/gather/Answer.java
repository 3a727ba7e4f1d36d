package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.penstock.artifact.CanonicalJson;
import org.penstock.json.JsonFields;

/**
 * What the vendor answered, as it is kept.
 *
 * @param key what was asked
 * @param body the answer as it came; empty: there is no such thing
 * @param at when it came
 */
public record Answer(String key, Optional<String> body, Instant at) {

  private static final int FORMAT_VERSION = 1;

  public Answer {
    requireNonNull(key, "key");
    requireNonNull(body, "body");
    requireNonNull(at, "at");
  }

  byte[] toBytes() {
    TreeMap<String, Object> tree = new TreeMap<>();
    tree.put("format-version", FORMAT_VERSION);
    tree.put("key", key);
    tree.put("at", at.toString());
    body.ifPresent(text -> tree.put("body", text));
    return CanonicalJson.write(tree);
  }

  static Answer parse(String name, byte[] json) {
    try {
      JsonFields fields = JsonFields.read("answer", FORMAT_VERSION, json);
      Answer answer =
          new Answer(fields.text("key"), fields.optionalText("body"), fields.instant("at"));
      fields.end();
      return answer;
    } catch (IllegalArgumentException e) {
      throw new DamagedJournalException(
          "An answer that was paid for cannot be read; %s: %s".formatted(name, e.getMessage()));
    }
  }
}
