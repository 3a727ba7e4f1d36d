package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** What a call came to. */
public sealed interface Reply {

  /** The vendor answered; whether it answered what was asked is another question. */
  record Found(String body) implements Reply {
    public Found {
      requireNonNull(body, "body");
    }
  }

  /** The vendor says that there is no such thing, which is an answer. */
  record Absent() implements Reply {}

  /**
   * The call failed in a way that may pass.
   *
   * @param reason a clause
   * @param after how long the vendor asks to wait, if it does
   */
  record Failed(String reason, Optional<Duration> after) implements Reply {
    public Failed {
      requireNonNull(reason, "reason");
      requireNonNull(after, "after");
    }
  }

  /** The vendor refuses, and will until a person changes something. */
  record Refused(String reason) implements Reply {
    public Refused {
      requireNonNull(reason, "reason");
    }
  }
}
