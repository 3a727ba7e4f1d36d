package org.penstock.gather;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.CanonicalJson;
import org.penstock.json.JsonFields;

/** Until when the vendor wants not to be asked, remembered for whoever would ask next. */
final class Pauses {

  private static final int FORMAT_VERSION = 1;

  private final Journal journal;
  private int last;
  private Optional<Instant> until = Optional.empty();

  Pauses(ArtifactStore store, String place) {
    this.journal = new Journal(store, place + "/pauses/");
  }

  /** Returns the end of the latest pause, if that is after {@code now}. */
  Optional<Instant> after(Instant now) throws IOException {
    for (Optional<byte[]> content = journal.read(last + 1);
        content.isPresent();
        content = journal.read(last + 1)) {
      last++;
      until = Optional.of(parse(content.get()));
    }
    return until.filter(end -> end.isAfter(now));
  }

  /** Writes down that nobody asks before {@code end}. */
  void add(Instant end, String reason) throws IOException {
    byte[] content =
        CanonicalJson.write(
            Map.of("format-version", FORMAT_VERSION, "until", end.toString(), "reason", reason));
    do {
      after(end);
    } while (!journal.append(last + 1, content));
  }

  private Instant parse(byte[] json) {
    try {
      JsonFields fields = JsonFields.read("pause", FORMAT_VERSION, json);
      Instant end = fields.instant("until");
      fields.text("reason");
      fields.end();
      return end;
    } catch (IllegalArgumentException e) {
      throw new DamagedJournalException(
          "A pause cannot be read, so no call is made; %s: %s"
              .formatted(journal.name(last), e.getMessage()));
    }
  }
}
