package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.CanonicalJson;
import org.penstock.json.JsonFields;

/**
 * Stops all gatherers of a project, wherever they run, before their next call: the last document of
 * {@code gather/<project>/brake/} says whether it is pulled.
 */
public final class Brake {

  private static final int FORMAT_VERSION = 1;

  /**
   * A move of the brake.
   *
   * @param pulled whether gatherers stand still from now on
   * @param by who moved it
   * @param reason why
   * @param at when
   */
  public record Move(boolean pulled, String by, String reason, Instant at) {

    public Move {
      requireNonNull(by, "by");
      requireNonNull(reason, "reason");
      requireNonNull(at, "at");
    }
  }

  private final Journal journal;
  private int last;
  private Optional<Move> move = Optional.empty();

  public Brake(ArtifactStore store, String project) {
    this.journal = new Journal(store, "gather/" + project + "/brake/");
  }

  /** Returns the move that holds gatherers back at this moment, if one does. */
  public Optional<Move> pulled() throws IOException {
    return latest().filter(Move::pulled);
  }

  /** Writes down {@code next}, after whatever others did. */
  public void move(Move next) throws IOException {
    byte[] content =
        CanonicalJson.write(
            Map.of(
                "format-version", FORMAT_VERSION,
                "pulled", next.pulled(),
                "by", next.by(),
                "reason", next.reason(),
                "at", next.at().toString()));
    do {
      latest();
    } while (!journal.append(last + 1, content));
  }

  private Optional<Move> latest() throws IOException {
    for (Optional<byte[]> content = journal.read(last + 1);
        content.isPresent();
        content = journal.read(last + 1)) {
      last++;
      move = Optional.of(parse(content.get()));
    }
    return move;
  }

  /** What cannot be read holds back: nobody knows what it meant. */
  private Move parse(byte[] json) {
    try {
      JsonFields fields = JsonFields.read("brake", FORMAT_VERSION, json);
      Move read =
          new Move(
              fields.truth("pulled"),
              fields.text("by"),
              fields.text("reason"),
              fields.instant("at"));
      fields.end();
      return read;
    } catch (IllegalArgumentException e) {
      throw new DamagedJournalException(
          "The brake cannot be read, so no call is made; %s: %s"
              .formatted(journal.name(last), e.getMessage()));
    }
  }
}
