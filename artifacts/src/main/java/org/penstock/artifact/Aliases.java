package org.penstock.artifact;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The moving names of a project, such as {@code production}; each moves by compare-and-swap only.
 *
 * <p>Stored as {@code aliases/<project>/<name>}.
 */
public final class Aliases {

  private final ArtifactStore store;

  public Aliases(ArtifactStore store) {
    this.store = requireNonNull(store, "store");
  }

  /** Returns where an alias points, if it points anywhere yet. */
  public Optional<Alias> read(String project, String name) throws IOException {
    return store.read(path(project, name)).map(document -> Alias.parse(document.content()));
  }

  /**
   * Points an alias at {@code digest} if it still points where the caller last saw it.
   *
   * @param expected where the caller saw it point; empty if it pointed nowhere
   * @return false, and nothing moved, if it points elsewhere
   */
  public boolean move(
      String project, String name, Optional<Sha256> expected, Sha256 digest, Instant at)
      throws IOException {
    Optional<Document> document = store.read(path(project, name));
    if (document.isEmpty()) {
      return expected.isEmpty()
          && store.create(
              path(project, name), new Alias(List.of(new Alias.Move(digest, at))).toBytes());
    }

    Alias alias = Alias.parse(document.get().content());
    return expected.isPresent()
        && alias.digest().equals(expected.get())
        && store.replace(
            path(project, name), alias.moved(digest, at).toBytes(), document.get().version());
  }

  private static String path(String project, String name) {
    return "aliases/" + project + "/" + name;
  }
}
