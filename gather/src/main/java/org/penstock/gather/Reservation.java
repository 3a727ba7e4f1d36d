package org.penstock.gather;

import java.time.Instant;

/** What became of the wish to make a call. */
sealed interface Reservation {

  /** The call may be made, once, and counts from now on whether it is made or not. */
  record Granted(Call call) implements Reservation {}

  /**
   * The budget has nothing left.
   *
   * @param why which limit it is
   * @param next when it has again
   */
  record Exhausted(Ending.Why why, Instant next) implements Reservation {}

  /**
   * Somebody is asking for the same at this moment.
   *
   * @param until when that is over at the latest
   */
  record Claimed(Instant until) implements Reservation {}
}
