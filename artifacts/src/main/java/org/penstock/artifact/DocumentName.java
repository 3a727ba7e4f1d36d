package org.penstock.artifact;

import java.util.regex.Pattern;

/** What a document may be called: legal as a file, as an S3 key and in a URI. */
public final class DocumentName {

  private static final String SEGMENT = "[A-Za-z0-9_+=@-][A-Za-z0-9._+=@-]*";
  private static final Pattern NAME = Pattern.compile(SEGMENT + "(/" + SEGMENT + ")*");
  private static final String BLOBS = "blobs/";
  private static final int MAX_LENGTH = 240;

  private DocumentName() {}

  /**
   * Returns {@code name}.
   *
   * @throws IllegalArgumentException if a document cannot be called so
   */
  public static String checked(String name) {
    if (!isLegal(name)) {
      throw new IllegalArgumentException("A document cannot be called '%s'".formatted(name));
    }

    return name;
  }

  /** Returns whether a document may be called {@code name}. */
  public static boolean isLegal(String name) {
    return name.length() <= MAX_LENGTH && !name.startsWith(BLOBS) && NAME.matcher(name).matches();
  }

  /** Returns where an artifact is, relative to its store: sharded by its first two digits. */
  public static String ofArtifact(Sha256 digest) {
    return BLOBS + digest.hex().substring(0, 2) + "/" + digest.hex();
  }
}
