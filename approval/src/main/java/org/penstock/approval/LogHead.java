package org.penstock.approval;

import java.util.Map;
import java.util.Optional;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.Document;
import org.penstock.artifact.Sha256;
import org.penstock.json.JsonFields;

/**
 * How far a log goes.
 *
 * @param length number of entries
 * @param digest of the last entry; none for a log without entries
 */
record LogHead(int length, Optional<Sha256> digest) {

  private static final int FORMAT_VERSION = 1;
  private static final LogHead NONE = new LogHead(0, Optional.empty());

  LogHead {
    if (length < 0 || (length == 0) == digest.isPresent()) {
      throw new IllegalArgumentException(
          "The head of a log has %d entries and the digest %s".formatted(length, digest));
    }
  }

  static LogHead parse(Optional<Document> document) {
    if (document.isEmpty()) {
      return NONE;
    }

    JsonFields fields =
        JsonFields.read("head of the log", FORMAT_VERSION, document.get().content());
    LogHead head =
        new LogHead(
            Math.toIntExact(fields.integer("length")),
            Optional.of(fields.parsed("digest", Sha256::parse)));
    fields.end();
    return head;
  }

  byte[] toBytes() {
    return CanonicalJson.write(
        Map.of(
            "format-version", FORMAT_VERSION, "length", length, "digest", digest.get().toString()));
  }
}
