package org.penstock.artifact;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;

/**
 * The step cache: manifests by the digest of everything that a step's result depends on.
 *
 * <p>Stored as {@code manifests/<hex of the key>.json}.
 */
public final class Manifests {

  private final ArtifactStore store;

  public Manifests(ArtifactStore store) {
    this.store = requireNonNull(store, "store");
  }

  /**
   * Returns the manifest of work that was done before, if all its outputs are still stored and
   * undamaged. Absent means: do the work.
   *
   * @param key digest of inputs, config and code
   */
  public Optional<Manifest> find(Sha256 key) throws IOException {
    Optional<Manifest> manifest = read(key);
    if (manifest.isEmpty()) {
      return manifest;
    }

    for (Manifest.Output output : manifest.get().outputs().values()) {
      if (!store.contains(output.digest())) {
        return Optional.empty();
      }
    }

    return manifest;
  }

  /**
   * Returns what was recorded of the work, without a look at its outputs: for telling what was
   * done, not for building on it.
   */
  public Optional<Manifest> read(Sha256 key) throws IOException {
    return store.read(name(key)).map(document -> Manifest.parse(document.content()));
  }

  /**
   * Records work that is done; call it after the outputs are put. If the same work was recorded
   * meanwhile, that one stands if its outputs are whole.
   *
   * @return the manifest that stands
   */
  public Manifest record(Sha256 key, Manifest manifest) throws IOException {
    byte[] content = manifest.toBytes();
    while (true) {
      if (store.create(name(key), content)) {
        return manifest;
      }

      Optional<Manifest> first = find(key);
      if (first.isPresent()) {
        return first.get();
      }

      Optional<Document> broken = store.read(name(key));
      if (broken.isPresent() && store.replace(name(key), content, broken.get().version())) {
        return manifest;
      }
    }
  }

  private static String name(Sha256 key) {
    return "manifests/" + key.hex() + ".json";
  }
}
