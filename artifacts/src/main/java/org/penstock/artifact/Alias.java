package org.penstock.artifact;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A name that points at an artifact, and what it pointed at before.
 *
 * @param moves oldest first, never empty; the last one is where it points
 */
public record Alias(List<Move> moves) {

  private static final int FORMAT_VERSION = 1;

  public Alias {
    moves = List.copyOf(moves);
    if (moves.isEmpty()) {
      throw new IllegalArgumentException("An alias points at something");
    }
  }

  /** That the alias began to point at {@code digest}. */
  public record Move(Sha256 digest, Instant at) {

    public Move {
      requireNonNull(digest, "digest");
      requireNonNull(at, "at");
    }
  }

  /** Returns the artifact that it points at. */
  public Sha256 digest() {
    return moves.getLast().digest();
  }

  /** Returns this alias pointing at {@code digest}. */
  Alias moved(Sha256 digest, Instant at) {
    List<Move> longer = new ArrayList<>(moves);
    longer.add(new Move(digest, at));
    return new Alias(longer);
  }

  byte[] toBytes() {
    return CanonicalJson.write(
        Map.of(
            "format-version",
            FORMAT_VERSION,
            "moves",
            moves.stream()
                .map(move -> Map.of("digest", move.digest().toString(), "at", move.at().toString()))
                .toList()));
  }

  static Alias parse(byte[] json) {
    JsonFields fields = JsonFields.read("alias", FORMAT_VERSION, json);
    List<Move> moves = fields.objects("moves").stream().map(Alias::move).toList();
    fields.end();
    return new Alias(moves);
  }

  private static Move move(JsonFields fields) {
    Move move = new Move(fields.digest("digest"), fields.instant("at"));
    fields.end();
    return move;
  }
}
