package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.penstock.config.InvalidConfigException;

/** Writes down and signs what people say of models. */
public final class Approvals {

  private final ApprovalLog log;
  private final ApproverKeys keys;
  private final Clock clock;

  /**
   * @param log where it is written
   * @param keys of the people on this machine
   * @param clock says when
   */
  public Approvals(ApprovalLog log, ApproverKeys keys, Clock clock) {
    this.log = requireNonNull(log, "log");
    this.keys = requireNonNull(keys, "keys");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Approves for {@code validFor}.
   *
   * @throws InvalidConfigException if the policy rejects and the request does not overrule it, or a
   *     text of the request cannot be recorded
   */
  public SignedApproval approve(ApprovalRequest request, Duration validFor) throws IOException {
    boolean overruled = !request.policy().reasons().isEmpty();
    if (overruled && !request.despitePolicy()) {
      throw new InvalidConfigException(
          List.of(
              "The policy rejects this model: %s. Overruling it takes --despite-policy and a --reason"
                  .formatted(String.join("; ", request.policy().reasons()))));
    }

    return append(request, Verdict.APPROVED, Optional.of(validFor));
  }

  /**
   * Rejects, which also ends every earlier approval of the same subject.
   *
   * @throws InvalidConfigException if a text of the request cannot be recorded
   */
  public SignedApproval reject(ApprovalRequest request) throws IOException {
    return append(request, Verdict.REJECTED, Optional.empty());
  }

  private SignedApproval append(
      ApprovalRequest request, Verdict verdict, Optional<Duration> validFor) throws IOException {
    KeyPair pair = keys.keyPair(request.approver());
    Approver approver = Approver.of(request.approver(), pair.getPublic());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    boolean despitePolicy = verdict == Verdict.APPROVED && !request.policy().reasons().isEmpty();
    ApprovalRecord unchained =
        recorded(() ->
            new ApprovalRecord(
                request.subject(),
                request.run(),
                request.author(),
                verdict,
                approver,
                request.selfApproved() || request.approver().equals(request.author()),
                request.policy().reasons(),
                despitePolicy,
                request.reason(),
                now,
                validFor.map(now::plus),
                Optional.empty()));
    return log.append(previous -> SignedApproval.sign(unchained.after(previous), pair));
  }

  private static ApprovalRecord recorded(Supplier<ApprovalRecord> record) {
    try {
      return record.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidConfigException(List.of(e.getMessage()));
    }
  }
}
