package org.penstock.scoring;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;

/** Reads the outlook of a bundle strictly. */
final class OutlookReader {

  private OutlookReader() {}

  static Outlook read(JsonObject json) {
    try {
      Outlook outlook =
          new Outlook(
              LocalDateTime.parse(json.text("end")),
              Duration.parse(json.text("step")),
              json.number("carry"),
              json.numbers("errors"));
      json.finish();
      return outlook;
    } catch (DateTimeParseException e) {
      throw new InvalidBundleException(
          "Model bundle: %s: '%s' is no time".formatted(json.path(), e.getParsedString()), e);
    }
  }
}
