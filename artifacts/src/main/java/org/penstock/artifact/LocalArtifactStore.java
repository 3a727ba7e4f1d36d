package org.penstock.artifact;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Artifacts in a directory: {@code blobs/ab/abcd…} for artifacts, every document at its own name.
 *
 * <p>Everything is written to {@code .writing/} first, forced to the disk, and then moved or linked
 * to its name in one step. A killed writer leaves a file there that nobody reads; it is deleted
 * when it has not been written to for an hour. The directory must be one file system, on which a
 * rename is atomic.
 */
public final class LocalArtifactStore implements ArtifactStore {

  private static final Logger log = LoggerFactory.getLogger(LocalArtifactStore.class);

  private final Path root;
  private final StagingDirectory staging;
  private final DirectoryLock lock;

  /**
   * @param root made when it is first written to
   * @throws InvalidStoreException if {@code root} is a file
   */
  public LocalArtifactStore(Path root) {
    this.root = requireNonNull(root, "root").toAbsolutePath().normalize();
    if (Files.exists(this.root) && !Files.isDirectory(this.root)) {
      throw new InvalidStoreException(
          "The store %s is a file; a store is a directory".formatted(this.root));
    }

    this.staging = new StagingDirectory(this.root);
    this.lock = new DirectoryLock(this.root);
  }

  @Override
  public Sha256 put(Path file) throws IOException {
    return writing(() -> keep(staging.copy(file)));
  }

  @Override
  public Sha256 put(byte[] content) throws IOException {
    return writing(() -> keep(staging.write(content)));
  }

  /** Stores all that {@code in} yields; it stays open. */
  public Sha256 put(InputStream in) throws IOException {
    return writing(() -> keep(staging.write(in)));
  }

  @Override
  public Path fetch(Sha256 digest) throws IOException {
    Path file = file(digest);
    Sha256 found;
    try {
      found = Sha256.of(file);
    } catch (NoSuchFileException e) {
      throw new MissingArtifactException(digest, uri(digest));
    }

    if (!found.equals(digest)) {
      throw new DigestMismatchException(digest, found, uri(digest));
    }

    return file;
  }

  @Override
  public boolean contains(Sha256 digest) throws IOException {
    try {
      fetch(digest);
      return true;
    } catch (MissingArtifactException e) {
      return false;
    } catch (DigestMismatchException e) {
      log.warn("{}; it counts as absent", e.getMessage());
      return false;
    }
  }

  @Override
  public Optional<Document> read(String name) throws IOException {
    try {
      byte[] content = Files.readAllBytes(root.resolve(DocumentName.checked(name)));
      return Optional.of(new Document(content, Sha256.of(content).hex()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean create(String name, byte[] content) throws IOException {
    Path file = root.resolve(DocumentName.checked(name));
    return writing(() -> {
      if (Files.exists(file)) {
        return false;
      }

      Staged staged = staging.write(content);
      Files.createDirectories(file.getParent());
      return link(staged, file);
    });
  }

  @Override
  public boolean replace(String name, byte[] content, String version) throws IOException {
    Path file = root.resolve(DocumentName.checked(name));
    return writing(() -> {
      try (DirectoryLock.Held _ = lock.hold()) {
        boolean unchanged =
            read(name).filter(document -> document.version().equals(version)).isPresent();
        if (unchanged) {
          move(staging.write(content), file);
        }

        return unchanged;
      }
    });
  }

  @Override
  public List<String> names(String prefix) throws IOException {
    Path directory = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
    if (!Files.isDirectory(directory)) {
      return List.of();
    }

    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.startsWith(prefix))
          .filter(DocumentName::isLegal)
          .sorted()
          .toList();
    }
  }

  @Override
  public URI uri(Sha256 digest) {
    return file(digest).toUri();
  }

  /** Returns the directory of this store. */
  @Override
  public String toString() {
    return root.toString();
  }

  private Sha256 keep(Staged staged) throws IOException {
    Path file = file(staged.digest());
    if (Files.exists(file) && contains(staged.digest())) {
      Files.delete(staged.file());
      return staged.digest();
    }

    Files.createDirectories(file.getParent());
    move(staged, file);
    return staged.digest();
  }

  /** Gives a staged file its name unless that is taken; a hard link is made or not, never half. */
  private boolean link(Staged staged, Path file) throws IOException {
    try {
      Files.createLink(file, staged.file());
      DirectoryLock.force(file.getParent());
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.delete(staged.file());
    }
  }

  private static void move(Staged staged, Path file) throws IOException {
    Files.move(
        staged.file(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    DirectoryLock.force(file.getParent());
  }

  private Path file(Sha256 digest) {
    return root.resolve(DocumentName.ofArtifact(digest));
  }

  private <T> T writing(Writing<T> work) throws IOException {
    try {
      return work.write();
    } catch (IOException e) {
      throw WriteFailure.of(root, e);
    }
  }

  /** Work that writes to the directory. */
  @FunctionalInterface
  private interface Writing<T> {
    T write() throws IOException;
  }
}
