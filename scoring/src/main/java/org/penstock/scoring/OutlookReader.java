package org.penstock.scoring;

import java.time.Duration;
import java.time.LocalDateTime;
import org.penstock.json.JsonFields;

/** Reads the outlook of a bundle strictly. */
final class OutlookReader {

  private OutlookReader() {}

  static Outlook read(JsonFields json) {
    Outlook outlook =
        new Outlook(
            json.parsed("end", LocalDateTime::parse),
            json.parsed("step", Duration::parse),
            json.number("carry"),
            json.numbers("errors"));
    json.end();
    return outlook;
  }
}
