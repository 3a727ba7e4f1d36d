package org.penstock.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.penstock.artifact.Sha256;

/** One approval that tests change in one place each. */
final class Example {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant EXPIRY = NOON.plus(Duration.ofDays(30));

  static final ApprovalSubject SUBJECT =
      new ApprovalSubject("credit-risk", digest("model"), digest("training"), digest("evaluation"));

  /** Made by {@code openssl genpkey -algorithm ed25519}; of no use but in these tests. */
  static final KeyPair ALICE =
      KeyFile.parse(
          """
          -----BEGIN PRIVATE KEY-----
          MC4CAQAwBQYDK2VwBCIEIFJfhXprA/Pobk1wtUmLrDUm2WCCmbosbnp9dZpHFs7R
          -----END PRIVATE KEY-----
          -----BEGIN PUBLIC KEY-----
          MCowBQYDK2VwAyEA6Fove2F7+IYQI7xLFGcGt1XEQMhuRVUvHEe5xRY2jHM=
          -----END PUBLIC KEY-----
          """);

  /** Another one. */
  static final KeyPair MALLORY =
      KeyFile.parse(
          """
          -----BEGIN PRIVATE KEY-----
          MC4CAQAwBQYDK2VwBCIEIHTMu4bOxWKlNaidLUh5JTQVOM8NqJStsYyTqoUh0d8P
          -----END PRIVATE KEY-----
          -----BEGIN PUBLIC KEY-----
          MCowBQYDK2VwAyEAH5RXVtEWIGdfgEMv4LTniT1jIODsp0zK64UM2bIZZv8=
          -----END PUBLIC KEY-----
          """);

  private Example() {}

  static Sha256 digest(String content) {
    return Sha256.of(content.getBytes(UTF_8));
  }

  static Approver alice() {
    return Approver.of("alice", ALICE.getPublic());
  }

  static SignedApproval approval(Optional<Sha256> previous) {
    return SignedApproval.sign(record(SUBJECT, Verdict.APPROVED, alice(), previous), ALICE);
  }

  static SignedApproval rejection(Optional<Sha256> previous) {
    return SignedApproval.sign(record(SUBJECT, Verdict.REJECTED, alice(), previous), ALICE);
  }

  static ApprovalRecord record(
      ApprovalSubject subject, Verdict verdict, Approver approver, Optional<Sha256> previous) {
    return new ApprovalRecord(
        subject,
        "credit-risk-7",
        "bob",
        verdict,
        approver,
        false,
        List.of(),
        false,
        "better than the last one",
        NOON,
        verdict == Verdict.APPROVED ? Optional.of(EXPIRY) : Optional.empty(),
        previous);
  }

  /** Self-approved, despite the policy, and after another one: every field has a value. */
  static ApprovalRecord fullRecord() {
    return new ApprovalRecord(
        SUBJECT,
        "credit-risk-7",
        "alice",
        Verdict.APPROVED,
        alice(),
        true,
        List.of("the lower end of auc must be at least 0.6, got 0.5312"),
        true,
        "to look at the service",
        NOON,
        Optional.of(EXPIRY),
        Optional.of(digest("previous")));
  }
}
