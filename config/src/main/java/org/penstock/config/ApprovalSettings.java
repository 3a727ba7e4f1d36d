package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * What a model must reach, and who may then approve it.
 *
 * @param validFor how long an approval holds, positive
 * @param policy at least one limit, since a policy without limits would approve every model
 * @param approvers whose signatures count; empty: none but those of this machine
 */
public record ApprovalSettings(
    @Default("30d") Duration validFor,
    List<Limit> policy,
    @Default("[]") List<Approver> approvers) {

  /**
   * The worst value of one metric at which a model may still be approved.
   *
   * @param metric as the evaluation spells it, e.g. {@code auc}
   * @param on which of the numbers of the metric is compared
   * @param bound the side of {@code limit} on which it must lie; the limit itself is allowed
   * @param limit finite, in the unit of the metric
   */
  public record Limit(String metric, @Default("value") On on, Bound bound, double limit) {

    public Limit {
      var problems = new Violations();
      problems.checkMetric(metric, "metric");
      problems.check(Double.isFinite(limit), "limit", "expected a finite number, got %s", limit);
      problems.throwIfAny();
      requireNonNull(on, "on");
      requireNonNull(bound, "bound");
    }
  }

  /** Which of the numbers of a metric is compared. */
  public enum On {
    /** The metric itself. */
    VALUE,
    /** The lower end of its interval. */
    LOWER,
    /** The upper end of its interval. */
    UPPER
  }

  /** The side of a limit on which a metric must lie. */
  public enum Bound {
    /** The limit or more. */
    AT_LEAST,
    /** The limit or less. */
    AT_MOST
  }

  /**
   * A person whose signature counts.
   *
   * @param name as it stands in the record of an approval
   * @param key Ed25519 public key, X.509 encoded, in base64
   */
  public record Approver(String name, String key) {

    public Approver {
      var problems = new Violations();
      problems.check(!name.isBlank(), "name", "expected a name, got an empty text");
      problems.check(!key.isBlank(), "key", "expected a public key in base64, got an empty text");
      problems.throwIfAny();
    }
  }

  public ApprovalSettings {
    policy = List.copyOf(policy);
    approvers = List.copyOf(approvers);
    var problems = new Violations();
    problems.check(
        validFor.isPositive(),
        "valid-for",
        "expected a positive time, got %s",
        Durations.text(validFor));
    problems.check(!policy.isEmpty(), "policy", "expected at least one limit");
    var names = new HashSet<String>();
    for (int i = 0; i < approvers.size(); i++) {
      String name = approvers.get(i).name();
      problems.check(
          names.add(name),
          "approvers[%d].name".formatted(i),
          "'%s' is the name of two approvers",
          name);
    }
    problems.throwIfAny();
    requireNonNull(validFor, "validFor");
  }
}
