package org.penstock.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import org.penstock.cluster.Cluster;
import org.penstock.cluster.Rollout;
import org.penstock.cluster.Servers;
import org.penstock.cluster.ServingName;
import org.penstock.config.ProjectConfig;
import org.penstock.config.ProjectYaml;
import org.penstock.feature.FeatureTable;
import org.penstock.feature.FeatureTableException;
import org.penstock.scoring.InvalidBundleException;
import org.penstock.scoring.ModelBundle;
import org.penstock.step.ExitCode;
import org.penstock.step.Step;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets servers load a model: verifies the signed approval, tries the model on its feature table,
 * and moves the alias {@code production}; on a cluster after its servers have rolled out and answer
 * with it. Without a valid approval nothing moves, and that is a result. Deploying again what is
 * deployed changes nothing, and a deployment that was cut off anywhere is finished by the next run.
 */
public final class DeployStep implements Step<DeployConfig> {

  private static final Logger log = LoggerFactory.getLogger(DeployStep.class);

  @Override
  public String name() {
    return "deploy";
  }

  @Override
  public Class<DeployConfig> configType() {
    return DeployConfig.class;
  }

  @Override
  public List<String> outputs() {
    return List.of("deployed", "reasons", "deployment");
  }

  @Override
  public List<Record> settings(ProjectYaml config) {
    return List.of(config.model().approval());
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
  public StepReport run(DeployConfig config, StepContext context)
      throws IOException, InterruptedException {
    return deploy(config, context).write(context);
  }

  private DeployReport deploy(DeployConfig config, StepContext context)
      throws IOException, InterruptedException {
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

  private DeployReport move(DeployConfig config, StepContext context, Deployment deployment)
      throws IOException, InterruptedException {
    Candidate candidate = candidate(config, context);
    List<String> problems =
        SmokeTest.problems(context.config().name(), candidate.model(), candidate.features());
    if (!problems.isEmpty()) {
      throw new StepFailure(ExitCode.DATA, problems);
    }

    Deployments deployments = new Deployments(context.store());
    if (config.serving().isPresent()) {
      return new DeployReport.Deployed(
          released(config, context, deployments, deployment, candidate));
    }
    return new DeployReport.Deployed(
        deployments
            .deploy(deployment)
            .orElseThrow(() -> Release.raced(deployment.subject().project())));
  }

  private Sha256 released(
      DeployConfig config,
      StepContext context,
      Deployments deployments,
      Deployment deployment,
      Candidate candidate)
      throws IOException, InterruptedException {
    ServingName name = config.serving().orElseThrow();
    ServiceCheck check =
        ServiceCheck.of(config.servingUrl().orElseGet(name::service), context.clock());
    try (Cluster cluster = Cluster.connect()) {
      Servers servers = cluster.servers(name);
      return new Release(
              deployments,
              servers,
              new Rollout(servers, context.clock(), Thread::sleep, DeployStep::log),
              digest -> check.problems(digest, candidate),
              config.rolloutTimeout())
          .deploy(deployment);
    }
  }

  private static void log(String progress) {
    log.info("rollout {}", progress);
  }

  private static Candidate candidate(DeployConfig config, StepContext context) throws IOException {
    try {
      return new Candidate(
          ModelBundle.read(context.fetch(config.model())),
          FeatureTable.read(context.fetch(config.featureTable())));
    } catch (InvalidBundleException | FeatureTableException e) {
      throw new StepFailure(ExitCode.INPUT, e.getMessage(), e);
    }
  }
}
