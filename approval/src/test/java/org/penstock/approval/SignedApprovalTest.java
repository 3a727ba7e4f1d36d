package org.penstock.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.artifact.CanonicalJson;

final class SignedApprovalTest {

  private static final SignedApproval SIGNED =
      SignedApproval.sign(Example.fullRecord(), Example.ALICE);

  @Test
  void isGenuineAsSigned() {
    assertTrue(SIGNED.isGenuine());
  }

  @Test
  void readsWhatItWrites() {
    SignedApproval read = SignedApproval.parse(SIGNED.toBytes());

    assertEquals(SIGNED, read);
    assertTrue(read.isGenuine());
  }

  /** Signed by OpenSSL. Ed25519 is deterministic, so this is also what every version must write. */
  @Test
  void readsTheGoldenFile() throws IOException {
    try (InputStream golden =
        SignedApprovalTest.class.getResourceAsStream("signed-approval-v1.json")) {
      byte[] json = new String(golden.readAllBytes(), UTF_8).strip().getBytes(UTF_8);

      assertEquals(SIGNED, SignedApproval.parse(json));
      assertEquals(new String(json, UTF_8), new String(SIGNED.toBytes(), UTF_8));
    }
  }

  static Stream<Arguments> changes() {
    String other = Example.digest("other").toString();
    return Stream.of(
        Arguments.of("format-version", 2),
        Arguments.of("project", "customer-risk"),
        Arguments.of("model", other),
        Arguments.of("data", other),
        Arguments.of("evaluation", other),
        Arguments.of("run", "credit-risk-8"),
        Arguments.of("author", "bob"),
        Arguments.of("verdict", "rejected"),
        Arguments.of("approver", Map.of("name", "carol", "key", Example.alice().key())),
        Arguments.of("self-approved", false),
        Arguments.of("policy-reasons", List.of("nothing much")),
        Arguments.of("despite-policy", false),
        Arguments.of("reason", "another reason"),
        Arguments.of("at", "2026-03-01T12:00:01Z"),
        Arguments.of("expires", "2036-03-01T12:00:00Z"),
        Arguments.of("previous", other));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void refusesAChangeOfAnyField(String field, Object value) {
    byte[] forged = envelope(payload -> changed(payload, field, value));

    assertFalse(isAccepted(forged));
  }

  @ParameterizedTest
  @ValueSource(strings = {"expires", "previous", "reason", "policy-reasons", "self-approved"})
  void refusesTheRemovalOfAField(String field) {
    byte[] forged =
        envelope(payload -> {
          payload.remove(field);
          return payload;
        });

    assertFalse(isAccepted(forged));
  }

  @Test
  void changesEveryFieldThereIs() {
    TreeSet<String> changed =
        new TreeSet<>(changes().map(change -> (String) change.get()[0]).toList());

    assertEquals(
        changed, new TreeSet<>(CanonicalJson.read(Example.fullRecord().toBytes()).keySet()));
  }

  @Test
  void refusesTheSignatureOfAnotherKey() {
    SignedApproval forged = SignedApproval.sign(Example.fullRecord(), Example.MALLORY);

    assertFalse(forged.isGenuine());
  }

  @Test
  void refusesTheNameOfAnotherKey() {
    Approver mallory = Approver.of("alice", Example.MALLORY.getPublic());
    SignedApproval forged =
        new SignedApproval(SIGNED.record(), mallory.keyId(), SIGNED.signature());

    assertFalse(forged.isGenuine());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not base64!"})
  void refusesWhatIsNoSignature(String signature) {
    assertFalse(new SignedApproval(SIGNED.record(), SIGNED.keyId(), signature).isGenuine());
  }

  /** Each of these means the same or nearly so, and has another digest. */
  @ParameterizedTest
  @ValueSource(strings = {"space", "order", "type", "two signatures", "extra field", "padding"})
  void refusesAnEnvelopeInAnotherForm(String how) {
    String json = new String(SIGNED.toBytes(), UTF_8);
    String other =
        switch (how) {
          case "space" -> json + "\n";
          case "order" ->
              json.replaceFirst(
                  "\\{(\"payload\":\"[^\"]*\"),(\"payloadType\":\"[^\"]*\")", "{$2,$1");
          case "type" -> json.replace("approval+json", "other+json");
          case "two signatures" -> json.replaceFirst("\\[(.*)]", "[$1,$1]");
          case "extra field" -> json.replaceFirst("\\{", "{\"a\":1,");
          default -> json.replaceFirst("\"payload\":\"(.{4})", "\"payload\":\"$1====");
        };

    assertThrows(IllegalArgumentException.class, () -> SignedApproval.parse(other.getBytes(UTF_8)));
  }

  @Test
  void saysWhatAnEnvelopeHoldsInsteadOfAnApproval() {
    String json =
        new String(SIGNED.toBytes(), UTF_8)
            .replace("vnd.penstock.approval+json", "vnd.in-toto+json");

    var thrown =
        assertThrows(
            IllegalArgumentException.class, () -> SignedApproval.parse(json.getBytes(UTF_8)));

    assertEquals(
        "The envelope holds 'application/vnd.in-toto+json', expected"
            + " 'application/vnd.penstock.approval+json'",
        thrown.getMessage());
  }

  private static Map<String, Object> changed(
      Map<String, Object> payload, String field, Object value) {
    payload.put(field, value);
    return payload;
  }

  /** The signed envelope with another payload and the old signature. */
  private static byte[] envelope(UnaryOperator<Map<String, Object>> change) {
    Map<String, Object> payload = new TreeMap<>(CanonicalJson.read(Example.fullRecord().toBytes()));
    Map<String, Object> envelope = new TreeMap<>(CanonicalJson.read(SIGNED.toBytes()));
    envelope.put(
        "payload", Base64.getEncoder().encodeToString(CanonicalJson.write(change.apply(payload))));
    return CanonicalJson.write(envelope);
  }

  private static boolean isAccepted(byte[] envelope) {
    try {
      return SignedApproval.parse(envelope).isGenuine();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
