package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.penstock.approval.ApproverKeys;
import org.penstock.approval.SignedApproval;
import org.penstock.approval.Verdict;
import org.penstock.artifact.ArtifactStore;
import org.penstock.cluster.Cluster;
import org.penstock.cluster.Workflows;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.NodePhase;
import org.penstock.workflow.NodeState;
import org.penstock.workflow.RunState;

/**
 * What a person says of a run on a cluster: signed into the store of the run first, then told to
 * the node that waits. The signature is what counts; the node only lets the run go on.
 */
final class ClusterDecision {

  private final ClusterOptions options;
  private final Optional<URI> endpoint;
  private final ApproverKeys keys;
  private final WaitOptions waiting;
  private final PrintStream out;

  /**
   * @param endpoint where this machine finds the S3 of the run, if not where the run does
   */
  ClusterDecision(
      ClusterOptions options,
      Optional<URI> endpoint,
      ApproverKeys keys,
      WaitOptions waiting,
      PrintStream out) {
    this.options = requireNonNull(options, "options");
    this.endpoint = requireNonNull(endpoint, "endpoint");
    this.keys = requireNonNull(keys, "keys");
    this.waiting = requireNonNull(waiting, "waiting");
    this.out = requireNonNull(out, "out");
  }

  /** Signs what {@code signing} does, lets the run go on, and returns the exit code. */
  int make(String name, ApprovalDesk.Statement statement, Decision.Signing signing)
      throws IOException, InterruptedException {
    try (Cluster cluster = Cluster.connect()) {
      Workflows workflows = cluster.workflows(options.namespace);
      ClusterRun run = new ClusterRun(workflows.run(name), endpoint);
      String gate = Decision.gate(run.template());
      requireWaiting(run.state(), gate);
      ArtifactStore store = run.store();
      ApprovalDesk desk = new ApprovalDesk(store, run.config(store), keys, Clock.systemUTC());
      SignedApproval signed = signing.sign(desk, JudgedRun.of(run.state()), statement);
      out.println(Decision.words(signed) + System.lineSeparator());
      tell(workflows, run.state().name(), gate, signed);
      return waiting.waits
          ? end(
              new ClusterWatch(workflows, run.template(), Optional.of(store), out)
                  .after(run.state())
                  .follow(run.state().name(), waiting.timeout),
              signed.record().verdict())
          : next(run.state());
    }
  }

  /** Says of a signature that stands what is still to be typed, should the run not learn of it. */
  private static void tell(Workflows workflows, String run, String gate, SignedApproval signed)
      throws IOException {
    Map<String, String> answer = ApprovalDesk.answer(signed);
    String message =
        "%s by %s: %s"
            .formatted(
                signed.record().verdict().word(),
                signed.record().approver().name(),
                signed.record().reason());
    try {
      workflows.answer(run, gate, answer, message);
    } catch (StepFailure e) {
      throw new StepFailure(
          e.exitCode(),
          "Signed, but the run was not told. %s%nThe same by hand: %s"
              .formatted(e.getMessage(), workflows.command(run, gate, answer)),
          e);
    }
  }

  private void requireWaiting(RunState run, String gate) {
    NodeState node = run.nodes().get(gate);
    if (node == null || node.phase() != NodePhase.SUSPENDED) {
      throw new StepFailure(
          ExitCode.INPUT,
          "Run %s does not wait for anybody: %s. %s"
              .formatted(
                  run.name(),
                  node == null
                      ? "it has not come to '%s' yet".formatted(gate)
                      : "its step '%s' is %s%s"
                          .formatted(
                              gate,
                              node.phase().name().toLowerCase(Locale.ROOT),
                              node.outputs().containsKey("decision")
                                  ? " with " + node.outputs().get("decision")
                                  : ""),
                  "Submit it again to be asked: what did not change is taken from the cache"),
          null);
    }
  }

  private int next(RunState run) {
    out.println();
    out.println(
        "next    ./penstock show %s --cluster --namespace %s"
            .formatted(run.name(), options.namespace));
    return ExitCode.DONE.code();
  }

  /** Who approves and waits wants the model served; anything else has not worked. */
  private int end(RunState run, Verdict verdict) {
    ClusterClosing closing = new ClusterClosing(run);
    out.println();
    out.println("%s  %s".formatted(run.name(), closing.word()));
    if (closing.exitCode() != ExitCode.DONE) {
      out.println("next    " + closing.next(options.namespace));
    }
    boolean wanted = verdict == Verdict.REJECTED || closing.word().equals("deployed");
    if (closing.exitCode() != ExitCode.DONE || wanted) {
      return closing.exitCode().code();
    }

    List<String> reasons = closing.reasons();
    throw new StepFailure(
        ExitCode.CONFIG,
        reasons.isEmpty() ? List.of("Run %s did not deploy".formatted(run.name())) : reasons);
  }
}
