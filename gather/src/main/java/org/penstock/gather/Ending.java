package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a gatherer stopped asking.
 *
 * @param why the reason
 * @param detail more words on it, or empty
 * @param next when asking makes sense again; empty if nothing is left to ask, or only a person
 *     knows
 */
public record Ending(Why why, String detail, Optional<Instant> next) {

  /** The reasons. */
  public enum Why {
    /** Everything is answered. */
    COMPLETE("everything is answered"),
    /** The calls of the hour are used up. */
    HOUR("the calls of this hour are used up"),
    /** The calls of the day are used up. */
    DAY("the calls of this day are used up"),
    /** The calls of the month are used up. */
    MONTH("the calls of this month are used up"),
    /** The money of the month is used up. */
    MONEY("the money of this month is used up"),
    /** Nobody is in the office. */
    OFFICE("nobody is in the office"),
    /** The vendor asked for a longer pause than a run waits. */
    PAUSED("the vendor asked for a pause"),
    /** Somebody stopped all gatherers. */
    STOPPED("somebody stopped the gathering"),
    /** The vendor fails again and again. */
    VENDOR("the vendor fails again and again");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /** Returns the reason as a clause. */
    public String words() {
      return words;
    }

    /** Returns the reason as outputs name it: {@code complete}, {@code hour}, … */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Ending {
    requireNonNull(why, "why");
    requireNonNull(detail, "detail");
    requireNonNull(next, "next");
  }
}
