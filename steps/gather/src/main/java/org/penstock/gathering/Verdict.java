package org.penstock.gathering;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.penstock.gather.Ending;
import org.penstock.gather.Gathered;
import org.penstock.gather.Missing;

/**
 * How the gathering went, in words.
 *
 * @param sentence all of it
 */
record Verdict(String sentence) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", Locale.ENGLISH);

  Verdict {
    requireNonNull(sentence, "sentence");
  }

  /**
   * Says it.
   *
   * @param zone in which times are told
   */
  static Verdict of(Gathered gathered, List<Missing> missing, ZoneId zone) {
    int keys = gathered.answers().size() + gathered.failed().size() + gathered.open().size();
    String missed =
        missing.stream()
            .filter(it -> !it.expected())
            .map(it -> "%s (%s)".formatted(it.key(), it.name()))
            .collect(Collectors.joining(", "));
    StringBuilder words = new StringBuilder();
    words.append("%d of %d keys are answered".formatted(gathered.answers().size(), keys));
    words.append(missed.isEmpty() ? ", nothing is missing" : "; missing: " + missed);
    long expected = missing.stream().filter(Missing::expected).count();
    if (expected > 0) {
      words.append(missed.isEmpty() ? " but " : ", and ").append(expected);
      words.append(" that need not be known");
    }
    Ending ending = gathered.ending();
    if (!gathered.complete()) {
      words.append(". Not complete: ").append(ending.why().words());
      ending
          .next()
          .ifPresent(
              next -> words.append("; come again on ").append(next.atZone(zone).format(TIME)));
    }
    return new Verdict(words.append('.').toString());
  }
}
