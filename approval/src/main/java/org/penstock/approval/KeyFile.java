package org.penstock.approval;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pair of Ed25519 keys as text: the private key in PKCS #8 and the public one in X.509, both in
 * PEM, so that other programs read either.
 */
final class KeyFile {

  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int LINE_LENGTH = 64;

  private KeyFile() {}

  static String write(KeyPair keys) {
    return block(PRIVATE, keys.getPrivate().getEncoded())
        + block(PUBLIC, keys.getPublic().getEncoded());
  }

  /** Reads both keys and tries that they belong together. */
  static KeyPair parse(String pem) {
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(PRIVATE, pem)));
      PublicKey open = factory.generatePublic(new X509EncodedKeySpec(bytes(PUBLIC, pem)));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      byte[] signed = signature.sign();
      signature.initVerify(open);
      if (!signature.verify(signed)) {
        throw new IllegalArgumentException("The private and the public key do not belong together");
      }

      return new KeyPair(open, secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("No Ed25519 key: " + e.getMessage(), e);
    }
  }

  private static String block(String type, byte[] content) {
    byte[] newline = {'\n'};
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(type, Base64.getMimeEncoder(LINE_LENGTH, newline).encodeToString(content), type);
  }

  private static byte[] bytes(String type, String pem) {
    Matcher block =
        Pattern.compile(
                "-----BEGIN %s-----\\s(.*?)-----END %s-----".formatted(type, type), Pattern.DOTALL)
            .matcher(pem);
    if (!block.find()) {
      throw new IllegalArgumentException("There is no %s in the file".formatted(type));
    }

    return Base64.getMimeDecoder().decode(block.group(1).getBytes(StandardCharsets.US_ASCII));
  }
}
