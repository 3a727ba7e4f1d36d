package org.penstock.row;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A row with a column of every kind, required and optional. */
record Reading(
    @Id @Doc("Number of the reading") long readingId,
    @Entity String sensor,
    @EventTime LocalDateTime takenAt,
    @Label boolean alarm,
    @Range(min = 0, max = 100) int humidity,
    @Range(min = -40) double temperature,
    Mode mode,
    LocalDate installed,
    @Personal @Range(max = 120) OptionalInt age,
    OptionalLong batch,
    @Missing("-") OptionalDouble pressure,
    @YesNo(yes = "1", no = "0") Optional<Boolean> checked,
    Optional<Mode> nextMode,
    @Personal Optional<String> owner,
    @Missing({"never", "0000-00-00"}) Optional<LocalDate> removed,
    Optional<LocalDateTime> seenAt) {

  enum Mode {
    OFF,
    FULL_LOAD {
      @Override
      public String toString() {
        return "full load";
      }
    }
  }

  /** The row that {@link #named} names. */
  static Reading example() {
    return new Reading(
        17,
        "s1",
        LocalDateTime.of(2024, 2, 29, 13, 45),
        true,
        50,
        -3.5,
        Mode.FULL_LOAD,
        LocalDate.of(2020, 1, 1),
        OptionalInt.of(30),
        OptionalLong.of(5_000_000_000L),
        OptionalDouble.of(1013.25),
        Optional.of(true),
        Optional.of(Mode.OFF),
        Optional.of("Ada"),
        Optional.of(LocalDate.of(2025, 6, 30)),
        Optional.of(LocalDateTime.of(2025, 1, 2, 3, 4, 5, 6_000)));
  }

  /** A JSON object with every value present. */
  static Map<String, Object> named() {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("reading_id", 17);
    named.put("sensor", "s1");
    named.put("taken_at", "2024-02-29T13:45");
    named.put("alarm", true);
    named.put("humidity", 50);
    named.put("temperature", -3.5);
    named.put("mode", "full load");
    named.put("installed", "2020-01-01");
    named.put("age", 30);
    named.put("batch", 5_000_000_000L);
    named.put("pressure", 1013.25);
    named.put("checked", "1");
    named.put("next_mode", "OFF");
    named.put("owner", "Ada");
    named.put("removed", "2025-06-30");
    named.put("seen_at", "2025-01-02 03:04:05.000006");
    return named;
  }
}
