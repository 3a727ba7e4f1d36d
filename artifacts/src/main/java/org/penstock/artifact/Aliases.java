package org.penstock.artifact;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The moving names of a project, such as {@code production}.
 *
 * <p>Each move is a document of its own, {@code aliases/<project>/<name>/000001.json} and on, that
 * is created and never replaced; the last one counts. A move succeeds only for who creates the next
 * number, so it is a compare-and-swap on every store that lets one creator win, and the registry is
 * append-only.
 */
public final class Aliases {

  private static final String SUFFIX = ".json";

  private final ArtifactStore store;

  public Aliases(ArtifactStore store) {
    this.store = requireNonNull(store, "store");
  }

  /** Returns where an alias points, if it points anywhere yet. */
  public Optional<Alias> read(String project, String name) throws IOException {
    List<String> moves = store.names(directory(project, name));
    return moves.isEmpty() ? Optional.empty() : Optional.of(load(moves.getLast()));
  }

  /** Returns everywhere an alias has pointed, oldest first. */
  public List<Alias> history(String project, String name) throws IOException {
    List<Alias> history = new ArrayList<>();
    for (String move : store.names(directory(project, name))) {
      history.add(load(move));
    }

    return List.copyOf(history);
  }

  /**
   * Points an alias at {@code digest} if it has not moved since the caller saw it.
   *
   * @param seen what the caller read; empty if it pointed nowhere
   * @return false, and nothing moved, if somebody else moved it
   */
  public boolean move(String project, String name, Optional<Alias> seen, Sha256 digest, Instant at)
      throws IOException {
    int number = seen.map(Alias::move).orElse(0) + 1;
    return store.create(
        String.format(Locale.ROOT, "%s%06d%s", directory(project, name), number, SUFFIX),
        new Alias(number, digest, at).toBytes());
  }

  private Alias load(String move) throws IOException {
    Document document =
        store
            .read(move)
            .orElseThrow(() -> new IOException("%s was listed but is not there".formatted(move)));
    String number = move.substring(move.lastIndexOf('/') + 1, move.length() - SUFFIX.length());
    return Alias.parse(Integer.parseInt(number), document.content());
  }

  private static String directory(String project, String name) {
    return "aliases/" + project + "/" + name + "/";
  }
}
