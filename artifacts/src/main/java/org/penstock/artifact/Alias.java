package org.penstock.artifact;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.penstock.json.JsonFields;

/**
 * Where an alias points, since its latest move.
 *
 * @param move number of the move, from 1 on
 * @param digest the artifact it points at
 * @param at when it was moved there
 */
public record Alias(int move, Sha256 digest, Instant at) {

  private static final int FORMAT_VERSION = 1;

  public Alias {
    requireNonNull(digest, "digest");
    requireNonNull(at, "at");
    if (move < 1) {
      throw new IllegalArgumentException("The first move of an alias is 1, got " + move);
    }
  }

  byte[] toBytes() {
    return CanonicalJson.write(
        Map.of("format-version", FORMAT_VERSION, "digest", digest.toString(), "at", at.toString()));
  }

  static Alias parse(int move, byte[] json) {
    JsonFields fields = JsonFields.read("alias", FORMAT_VERSION, json);
    Alias alias = new Alias(move, fields.parsed("digest", Sha256::parse), fields.instant("at"));
    fields.end();
    return alias;
  }
}
