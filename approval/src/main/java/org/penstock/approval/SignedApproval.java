package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.Sha256;
import org.penstock.json.JsonFields;

/**
 * An approval record and an Ed25519 signature over it, as a <a
 * href="https://github.com/secure-systems-lab/dsse/blob/master/envelope.md">DSSE envelope</a>.
 *
 * @param record what is signed
 * @param keyId names the key that signed
 * @param signature in base64; whether it is right is for {@link #isGenuine()} to say
 */
public record SignedApproval(ApprovalRecord record, Sha256 keyId, String signature) {

  /** Says what the payload is, and is signed with it. */
  public static final String PAYLOAD_TYPE = "application/vnd.penstock.approval+json";

  private static final String ALGORITHM = "Ed25519";

  public SignedApproval {
    requireNonNull(record, "record");
    requireNonNull(keyId, "keyId");
    requireNonNull(signature, "signature");
  }

  /** Signs {@code record}, whose approver names the public key of {@code keys}. */
  public static SignedApproval sign(ApprovalRecord record, KeyPair keys) {
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(keys.getPrivate());
      signer.update(toSign(record.toBytes()));
      return new SignedApproval(
          record, record.approver().keyId(), Base64.getEncoder().encodeToString(signer.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of %s cannot sign".formatted(record.approver()), e);
    }
  }

  /** Returns whether the key that the record names made the signature. */
  public boolean isGenuine() {
    if (!keyId.equals(record.approver().keyId())) {
      return false;
    }

    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(record.approver().publicKey());
      verifier.update(toSign(record.toBytes()));
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // a signature of another length or alphabet is none
    }
  }

  /** Returns the digest of {@link #toBytes()}, by which the next record names this one. */
  public Sha256 digest() {
    return Sha256.of(toBytes());
  }

  /** Writes the envelope. */
  public byte[] toBytes() {
    return CanonicalJson.write(
        Map.of(
            "payload",
            Base64.getEncoder().encodeToString(record.toBytes()),
            "payloadType",
            PAYLOAD_TYPE,
            "signatures",
            List.of(Map.of("keyid", keyId.toString(), "sig", signature))));
  }

  /**
   * Reads what {@link #toBytes()} writes, and nothing that merely means the same: one record has
   * one spelling.
   *
   * @throws IllegalArgumentException if it is anything else; the signature is not judged here
   */
  public static SignedApproval parse(byte[] envelope) {
    JsonFields fields = new JsonFields("envelope", CanonicalJson.read(envelope));
    String type = fields.text("payloadType");
    if (!type.equals(PAYLOAD_TYPE)) {
      throw new IllegalArgumentException(
          "The envelope holds '%s', expected '%s'".formatted(type, PAYLOAD_TYPE));
    }

    byte[] payload = Base64.getDecoder().decode(fields.text("payload"));
    List<JsonFields> signatures = fields.objects("signatures");
    fields.end();
    if (signatures.size() != 1) {
      throw new IllegalArgumentException(
          "The envelope has %d signatures, expected one".formatted(signatures.size()));
    }

    JsonFields signature = signatures.getFirst();
    SignedApproval approval =
        new SignedApproval(
            ApprovalRecord.parse(payload),
            signature.parsed("keyid", Sha256::parse),
            signature.text("sig"));
    signature.end();
    if (!Arrays.equals(approval.toBytes(), envelope)) {
      throw new IllegalArgumentException("The envelope is not in its canonical form");
    }

    return approval;
  }

  /**
   * Returns the bytes that are signed: the pre-authentication encoding of DSSE, which no other type
   * of payload can produce.
   */
  private static byte[] toSign(byte[] payload) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "DSSEv1 %d %s %d "
            .formatted(PAYLOAD_TYPE.length(), PAYLOAD_TYPE, payload.length)
            .getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }
}
