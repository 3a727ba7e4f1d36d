package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.penstock.artifact.CanonicalJson;
import org.penstock.json.JsonFields;

/**
 * One call as it is written down before it is made, with what was used up then, itself included.
 *
 * @param number within its calendar month, from 1: the calls of the month
 * @param at when it was reserved; never before the call of the number before
 * @param zone in which the windows are counted
 * @param inHour calls of the clock hour
 * @param inDay calls of the calendar day
 * @param spentMicros what the calls of the month cost, in millionths
 * @param key what is asked for
 * @param gatherer who asks
 */
record Call(
    int number,
    Instant at,
    String zone,
    int inHour,
    int inDay,
    long spentMicros,
    String key,
    String gatherer) {

  private static final int FORMAT_VERSION = 1;

  Call {
    requireNonNull(at, "at");
    requireNonNull(zone, "zone");
    requireNonNull(key, "key");
    requireNonNull(gatherer, "gatherer");
    if (number < 1 || inHour < 1 || inDay < inHour || number < inDay || spentMicros < 0) {
      throw new IllegalArgumentException(
          "call %d of the month cannot be number %d of its day and %d of its hour, %d spent"
              .formatted(number, inDay, inHour, spentMicros));
    }
  }

  /** Writes the JSON of {@code docs/artifacts.md}. */
  byte[] toBytes() {
    return CanonicalJson.write(
        Map.of(
            "format-version", FORMAT_VERSION,
            "number", number,
            "at", at.toString(),
            "zone", zone,
            "in-hour", inHour,
            "in-day", inDay,
            "spent-micros", spentMicros,
            "key", key,
            "gatherer", gatherer));
  }

  /**
   * Reads what {@link #toBytes()} writes.
   *
   * @param number by which it was found
   * @throws DamagedJournalException if it is not the call of this number
   */
  static Call parse(String name, int number, byte[] json) {
    try {
      JsonFields fields = JsonFields.read("call", FORMAT_VERSION, json);
      Call call =
          new Call(
              Math.toIntExact(fields.integer("number")),
              fields.instant("at"),
              fields.text("zone"),
              Math.toIntExact(fields.integer("in-hour")),
              Math.toIntExact(fields.integer("in-day")),
              fields.integer("spent-micros"),
              fields.text("key"),
              fields.text("gatherer"));
      fields.end();
      if (call.number() != number) {
        throw new IllegalArgumentException("it says that it is call %d".formatted(call.number()));
      }
      return call;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new DamagedJournalException(
          "The call budget cannot be read, so no call is made; %s: %s"
              .formatted(name, e.getMessage()));
    }
  }
}
