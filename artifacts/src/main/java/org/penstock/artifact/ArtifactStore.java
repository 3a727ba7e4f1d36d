package org.penstock.artifact;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Immutable artifacts by digest, and small documents by name.
 *
 * <p>An artifact or document is written whole or not at all: whoever is killed while writing leaves
 * nothing that a reader can see. All methods may be called from many threads and processes at once.
 *
 * <p>An {@link IOException} says that the storage failed and that trying again may help. What does
 * not pass by itself is an unchecked exception: {@link InvalidArtifactException} for an artifact
 * that is missing or damaged, {@link InvalidStoreException} for a store that is not usable as it is
 * set up.
 */
public interface ArtifactStore {

  /** Stores the content of {@code file}; the same content twice is one artifact. */
  Sha256 put(Path file) throws IOException;

  /** Stores {@code content}; the same content twice is one artifact. */
  Sha256 put(byte[] content) throws IOException;

  /**
   * Returns a local file with the content of an artifact, after comparing its digest. The file
   * belongs to the store: it is to be read only, and it may be gone when the store is.
   *
   * @throws MissingArtifactException if there is no such artifact
   * @throws DigestMismatchException if the stored bytes are not those of {@code digest}
   */
  Path fetch(Sha256 digest) throws IOException;

  /**
   * Returns whether the artifact is stored and, where the store can tell without carrying it over a
   * network, undamaged. A damaged artifact is replaced when its content is put again.
   */
  boolean contains(Sha256 digest) throws IOException;

  /**
   * Returns the document called {@code name} as it is now.
   *
   * @param name segments of letters, digits and {@code . _ - + = @}, joined by {@code /}
   */
  Optional<Document> read(String name) throws IOException;

  /** Writes a new document; false, and nothing written, if the name is taken. */
  boolean create(String name, byte[] content) throws IOException;

  /**
   * Writes a document in place of the one whose {@link Document#version()} is {@code version};
   * false, and nothing written, if it is another one by now or gone.
   */
  boolean replace(String name, byte[] content, String version) throws IOException;

  /** Returns the names of all documents that begin with {@code prefix}, sorted. */
  List<String> names(String prefix) throws IOException;

  /** Returns where the artifact is or would be, for people and for other programs. */
  URI uri(Sha256 digest);
}
