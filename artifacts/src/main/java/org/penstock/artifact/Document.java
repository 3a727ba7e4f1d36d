package org.penstock.artifact;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * A small named document of a store as it was when it was read.
 *
 * @param content all bytes; not copied, so not to be changed
 * @param version names this content in a later {@link ArtifactStore#replace}; its form is the
 *     store's own
 */
public record Document(byte[] content, String version) {

  public Document {
    requireNonNull(content, "content");
    requireNonNull(version, "version");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Document document
        && Arrays.equals(content, document.content)
        && version.equals(document.version);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(content) + version.hashCode();
  }

  @Override
  public String toString() {
    return "Document[%d bytes, version %s]".formatted(content.length, version);
  }
}
