package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.penstock.artifact.Sha256;

/**
 * A person who signs, and the key by which the signature is known.
 *
 * @param name not blank, one line
 * @param key an Ed25519 public key (RFC 8410), X.509 encoded, in base64: the line that {@code
 *     openssl pkey -pubout} prints
 */
public record Approver(String name, String key) {

  public Approver {
    Texts.requireLine("name of an approver", name);
    requireNonNull(key, "key");
    publicKey(key);
  }

  static Approver of(String name, PublicKey key) {
    return new Approver(name, Base64.getEncoder().encodeToString(key.getEncoded()));
  }

  /** Returns the name of the key in an envelope: the digest of its encoded form. */
  public Sha256 keyId() {
    return Sha256.of(publicKey().getEncoded());
  }

  PublicKey publicKey() {
    return publicKey(key);
  }

  private static PublicKey publicKey(String key) {
    try {
      byte[] encoded = Base64.getDecoder().decode(key);
      PublicKey parsed =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      if (Base64.getEncoder().encodeToString(parsed.getEncoded()).equals(key)) {
        return parsed;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw invalid(key, e);
    }

    throw invalid(key, null);
  }

  private static IllegalArgumentException invalid(String key, Exception cause) {
    return new IllegalArgumentException(
        "'%s' is no Ed25519 public key in base64, as 'openssl pkey -pubout' prints it"
            .formatted(key),
        cause);
  }
}
