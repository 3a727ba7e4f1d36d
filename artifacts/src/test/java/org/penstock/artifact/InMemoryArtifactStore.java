package org.penstock.artifact;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** A store for tests of other modules; only what is fetched touches the disk. */
public final class InMemoryArtifactStore implements ArtifactStore {

  private final Path scratch;
  private final ConcurrentSkipListMap<Sha256, byte[]> artifacts = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, Document> documents = new ConcurrentSkipListMap<>();
  private final AtomicLong versions = new AtomicLong();

  /**
   * @param scratch where fetched artifacts are written
   */
  public InMemoryArtifactStore(Path scratch) {
    this.scratch = scratch;
  }

  @Override
  public Sha256 put(Path file) throws IOException {
    return put(Files.readAllBytes(file));
  }

  @Override
  public Sha256 put(byte[] content) {
    Sha256 digest = Sha256.of(content);
    artifacts.put(digest, content.clone());
    return digest;
  }

  @Override
  public Path fetch(Sha256 digest) throws IOException {
    byte[] content = artifacts.get(digest);
    if (content == null) {
      throw new MissingArtifactException(digest, uri(digest));
    }

    Sha256 found = Sha256.of(content);
    if (!found.equals(digest)) {
      throw new DigestMismatchException(digest, found, uri(digest));
    }

    return Files.write(Files.createTempFile(scratch, "fetched-", ""), content);
  }

  @Override
  public boolean contains(Sha256 digest) {
    byte[] content = artifacts.get(digest);
    return content != null && Sha256.of(content).equals(digest);
  }

  @Override
  public Optional<Document> read(String name) {
    return Optional.ofNullable(documents.get(DocumentName.checked(name)));
  }

  @Override
  public boolean create(String name, byte[] content) {
    return documents.putIfAbsent(DocumentName.checked(name), document(content)) == null;
  }

  @Override
  public boolean replace(String name, byte[] content, String version) {
    Document current = documents.get(DocumentName.checked(name));
    return current != null
        && current.version().equals(version)
        && documents.replace(name, current, document(content));
  }

  @Override
  public List<String> names(String prefix) {
    return documents.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
  }

  @Override
  public URI uri(Sha256 digest) {
    return URI.create("memory:" + digest.hex());
  }

  /** Replaces the stored bytes of an artifact, as a failing disk or an intruder would. */
  public void damage(Sha256 digest, byte[] content) {
    artifacts.put(digest, content.clone());
  }

  /** Replaces a document behind the back of whoever wrote it, or removes it. */
  public void forge(String name, Optional<byte[]> content) {
    if (content.isPresent()) {
      documents.put(name, document(content.get()));
    } else {
      documents.remove(name);
    }
  }

  private Document document(byte[] content) {
    return new Document(content.clone(), Long.toString(versions.incrementAndGet()));
  }
}
