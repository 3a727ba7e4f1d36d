package org.penstock.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penstock.approval.ApprovalLog;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.approval.Deployment;
import org.penstock.approval.Deployments;
import org.penstock.approval.Verification;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.cluster.Cluster;
import org.penstock.cluster.Rollout;
import org.penstock.cluster.Servers;
import org.penstock.cluster.ServingName;
import org.penstock.config.ProjectConfig;
import org.penstock.deploy.Candidate;
import org.penstock.deploy.Release;
import org.penstock.deploy.ServiceCheck;
import org.penstock.feature.FeatureTable;
import org.penstock.scoring.ModelBundle;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets servers load an earlier deployment again. */
@Command(
    name = "rollback",
    description = {
      "Let servers load the deployment before the present one again, or another earlier one.",
      "Its approval must still stand; it may have expired since."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RollbackCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PROJECT", description = "Which project, e.g. credit-risk.")
  private String project;

  @Option(
      names = "--to",
      paramLabel = "DIGEST",
      description = "Deployment to go back to (default: the one before the present one).")
  private String target;

  @Option(
      names = "--serving",
      paramLabel = "NAMESPACE/NAME",
      description =
          "Deployment of Kubernetes to roll to it; without it servers follow by themselves.")
  private String serving;

  @Option(
      names = "--serving-url",
      paramLabel = "URL",
      description =
          "Where it answers, to ask what it serves; without it the cluster's word is taken.")
  private URI servingUrl;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "5m",
      converter = WaitOptions.Time.class,
      description = "How long new pods may take (default: ${DEFAULT-VALUE}).")
  private Duration timeout;

  @Mixin private StoreOptions options;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<ServingName> name = name();
    ArtifactStore store = options.open();
    Deployments deployments = new Deployments(store);
    Sha256 digest = target(deployments);
    Deployment deployment = deployments.load(digest);
    requireApproved(store, deployment);
    if (name.isPresent()) {
      released(store, deployments, digest, deployment, name.get());
    } else if (!deployments.release(project, digest, clock.instant())) {
      throw Release.raced(project);
    }
    System.out.println(
        "%s serves %s again, model %s of run %s"
            .formatted(project, digest, deployment.subject().model(), deployment.run()));
    return ExitCode.DONE.code();
  }

  private Optional<ServingName> name() {
    try {
      return Optional.ofNullable(serving).map(ServingName::parse);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, "--serving: " + e.getMessage(), e);
    }
  }

  private Sha256 target(Deployments deployments) throws IOException {
    List<Sha256> history = deployments.history(project);
    if (target == null) {
      return history.reversed().stream()
          .filter(digest -> !digest.equals(history.getLast()))
          .findFirst()
          .orElseThrow(() ->
              new StepFailure(
                  ExitCode.INPUT,
                  "There is no earlier deployment of %s to go back to".formatted(project),
                  null));
    }
    return history.stream()
        .filter(digest -> digest.toString().equals(target))
        .findFirst()
        .orElseThrow(() ->
            new StepFailure(
                ExitCode.INPUT,
                "'%s' was never deployed; earlier deployments of %s, oldest first: %s"
                    .formatted(target, project, history),
                null));
  }

  private void requireApproved(ArtifactStore store, Deployment deployment) throws IOException {
    ProjectConfig config =
        Settings.of(PenstockHome.ofEnvironment(), project, Optional.empty()).read().model();
    Verification verification =
        ApprovalVerifier.of(config.approval()).verify(new ApprovalLog(store, project), deployment);
    if (verification instanceof Verification.Refused(List<String> problems)) {
      throw new StepFailure(ExitCode.CONFIG, problems);
    }
  }

  private void released(
      ArtifactStore store,
      Deployments deployments,
      Sha256 digest,
      Deployment deployment,
      ServingName name)
      throws IOException, InterruptedException {
    try (Cluster cluster = Cluster.connect()) {
      Servers servers = cluster.servers(name);
      new Release(
              deployments,
              servers,
              new Rollout(servers, clock, Thread::sleep, System.out::println),
              check(store, deployment),
              timeout)
          .deployAgain(digest, deployment, clock.instant());
    }
  }

  /** A Service answers inside its cluster only, so it is asked where somebody says it does. */
  private Release.Check check(ArtifactStore store, Deployment deployment) throws IOException {
    if (servingUrl == null) {
      return _ -> List.of();
    }
    Candidate candidate =
        new Candidate(
            ModelBundle.read(store.fetch(deployment.subject().model())),
            FeatureTable.read(store.fetch(deployment.featureTable())));
    return digest -> ServiceCheck.of(servingUrl, clock).problems(digest, candidate);
  }
}
