package org.penstock.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.penstock.approval.ApprovalDecision;
import org.penstock.approval.ApprovalLog;
import org.penstock.approval.ApprovalPolicy;
import org.penstock.approval.ApprovalSubject;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.approval.Deployment;
import org.penstock.approval.Deployments;
import org.penstock.approval.EvaluationMetrics;
import org.penstock.approval.MissingMetricException;
import org.penstock.approval.SignedApproval;
import org.penstock.approval.Verification;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectConfig;
import org.penstock.feature.FeatureTable;
import org.penstock.feature.FeatureTableException;
import org.penstock.scoring.InvalidBundleException;
import org.penstock.scoring.ModelBundle;
import org.penstock.step.ExitCode;
import org.penstock.step.Step;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;

/**
 * Lets servers load a model: verifies the signed approval, tries the model on its feature table,
 * and moves the alias {@code production}. Without a valid approval nothing moves, and that is a
 * result. Deploying again what is deployed changes nothing.
 */
public final class DeployStep implements Step<DeployConfig> {

  @Override
  public String name() {
    return "deploy";
  }

  @Override
  public Class<DeployConfig> configType() {
    return DeployConfig.class;
  }

  @Override
  public List<Record> settings(ProjectConfig config) {
    return List.of(config.approval());
  }

  /** Never: it acts, and whether it may depends on the log and the time. */
  @Override
  public boolean cacheable() {
    return false;
  }

  /**
   * {@inheritDoc}
   *
   * @throws StepFailure if the model and the feature table do not fit or give no probabilities
   */
  @Override
  public StepReport run(DeployConfig config, StepContext context) throws IOException {
    return deploy(config, context).write(context);
  }

  private static DeployReport deploy(DeployConfig config, StepContext context) throws IOException {
    ProjectConfig project = context.config();
    ApprovalSubject subject =
        new ApprovalSubject(project.name(), config.model(), config.training(), config.evaluation());
    Instant now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return switch (verifier(project)
        .verify(new ApprovalLog(context.store(), project.name()), subject, now)) {
      case Verification.Refused refused -> new DeployReport.Refused(refused.problems());
      case Verification.Accepted accepted -> {
        List<String> unseen = unseen(config, context, accepted.approval());
        yield unseen.isEmpty()
            ? move(
                config,
                context,
                new Deployment(
                    subject,
                    config.featureTable(),
                    accepted.approval().digest(),
                    config.run(),
                    now))
            : new DeployReport.Refused(unseen);
      }
    };
  }

  private static ApprovalVerifier verifier(ProjectConfig project) {
    try {
      return ApprovalVerifier.of(project.approval());
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, "approval.approvers: " + e.getMessage(), e);
    }
  }

  /** Returns what the policy has against the model and the approver did not overrule. */
  private static List<String> unseen(
      DeployConfig config, StepContext context, SignedApproval approval) throws IOException {
    if (approval.record().despitePolicy()) {
      return List.of();
    }

    byte[] evaluation = Files.readAllBytes(context.fetch(config.evaluation()));
    try {
      ApprovalDecision decision =
          ApprovalPolicy.of(context.config().approval())
              .decide(EvaluationMetrics.parse(evaluation));
      return decision.reasons().stream()
          .map("The policy rejects, and the approval does not overrule it: %s."::formatted)
          .toList();
    } catch (MissingMetricException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(
          ExitCode.INPUT, "%s: %s".formatted(config.evaluation(), e.getMessage()), e);
    }
  }

  private static DeployReport move(DeployConfig config, StepContext context, Deployment deployment)
      throws IOException {
    List<String> problems = tried(config, context);
    if (!problems.isEmpty()) {
      throw new StepFailure(ExitCode.DATA, problems);
    }

    Optional<Sha256> deployed = new Deployments(context.store()).deploy(deployment);
    return new DeployReport.Deployed(
        deployed.orElseThrow(() ->
            new IOException(
                "Somebody else deployed %s at the same time"
                    .formatted(deployment.subject().project()))));
  }

  private static List<String> tried(DeployConfig config, StepContext context) throws IOException {
    try {
      return SmokeTest.problems(
          context.config().name(),
          ModelBundle.read(context.fetch(config.model())),
          FeatureTable.read(context.fetch(config.featureTable())));
    } catch (InvalidBundleException | FeatureTableException e) {
      throw new StepFailure(ExitCode.INPUT, e.getMessage(), e);
    }
  }
}
