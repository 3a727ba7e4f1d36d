package org.penstock.artifact;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 digest that names an artifact.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) implements Comparable<Sha256> {

  private static final String SCHEME = "sha256:";
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final int BUFFER_BYTES = 1 << 17;

  public Sha256 {
    requireNonNull(hex, "hex");
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "A SHA-256 digest has 64 lower-case hexadecimal digits, got '%s'".formatted(hex));
    }
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws IllegalArgumentException if {@code text} is not {@code sha256:} and 64 digits
   */
  public static Sha256 parse(String text) {
    if (!text.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "A digest is written 'sha256:' and 64 hexadecimal digits, got '%s'".formatted(text));
    }

    return new Sha256(text.substring(SCHEME.length()));
  }

  /** Returns the digest of {@code content}. */
  public static Sha256 of(byte[] content) {
    return finish(digester(), content);
  }

  /** Returns the digest of the content of {@code file}, which is read once. */
  public static Sha256 of(Path file) throws IOException {
    MessageDigest digester = digester();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digester.update(buffer, 0, count);
      }
    }

    return finish(digester);
  }

  /** Returns a new digester; its result is for {@link #finish(MessageDigest)}. */
  static MessageDigest digester() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  static Sha256 finish(MessageDigest digester) {
    return new Sha256(HexFormat.of().formatHex(digester.digest()));
  }

  private static Sha256 finish(MessageDigest digester, byte[] content) {
    digester.update(content);
    return finish(digester);
  }

  @Override
  public int compareTo(Sha256 other) {
    return hex.compareTo(other.hex);
  }

  /** Returns {@code sha256:} and the digits: how a digest is written everywhere. */
  @Override
  public String toString() {
    return SCHEME + hex;
  }
}
