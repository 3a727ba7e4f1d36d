package org.penstock.gather;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Document;
import org.penstock.artifact.Sha256;

/** A store that one gatherer sees: each of its operations waits for its turn, or ends in a kill. */
record TurnStore(ArtifactStore store, Turns turns, int gatherer) implements ArtifactStore {

  @Override
  public Optional<Document> read(String name) throws IOException {
    turns.await(gatherer);
    return store.read(name);
  }

  /** A kill comes before the document is written, or after it is and before anybody knows. */
  @Override
  public boolean create(String name, byte[] content) throws IOException {
    turns.await(gatherer);
    boolean created = store.create(name, content);
    turns.await(gatherer);
    return created;
  }

  @Override
  public List<String> names(String prefix) throws IOException {
    turns.await(gatherer);
    return store.names(prefix);
  }

  @Override
  public Sha256 put(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Sha256 put(byte[] content) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path fetch(Sha256 digest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean contains(Sha256 digest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean replace(String name, byte[] content, String version) {
    throw new UnsupportedOperationException();
  }

  @Override
  public URI uri(Sha256 digest) {
    throw new UnsupportedOperationException();
  }
}
