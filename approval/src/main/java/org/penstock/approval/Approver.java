package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.penstock.artifact.Sha256;

/**
 * A person who signs, and the key by which the signature is known.
 *
 * @param name not blank, one line
 * @param key the 32 bytes of an Ed25519 public key (RFC 8032) in base64
 */
public record Approver(String name, String key) {

  /** What precedes the 32 bytes in the X.509 form of the key (RFC 8410). */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int KEY_BYTES = 32;

  public Approver {
    Texts.requireLine("name of an approver", name);
    requireNonNull(key, "key");
    publicKey(key);
  }

  static Approver of(String name, PublicKey key) {
    byte[] encoded = key.getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length);
    return new Approver(name, Base64.getEncoder().encodeToString(raw));
  }

  /** Returns the name of the key in an envelope: the digest of its 32 bytes. */
  public Sha256 keyId() {
    return Sha256.of(Base64.getDecoder().decode(key));
  }

  PublicKey publicKey() {
    return publicKey(key);
  }

  private static PublicKey publicKey(String key) {
    byte[] raw = Base64.getDecoder().decode(key);
    if (raw.length != KEY_BYTES || !Base64.getEncoder().encodeToString(raw).equals(key)) {
      throw new IllegalArgumentException(
          "An Ed25519 public key is %d bytes in base64, got '%s'".formatted(KEY_BYTES, key));
    }

    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
    System.arraycopy(raw, 0, encoded, X509_PREFIX.length, KEY_BYTES);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("'%s' is no Ed25519 public key".formatted(key), e);
    }
  }
}
