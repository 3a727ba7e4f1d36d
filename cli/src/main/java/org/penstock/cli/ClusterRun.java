package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.InvalidStoreException;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;
import org.penstock.config.ProjectConfig;
import org.penstock.feature.Projects;
import org.penstock.step.ExitCode;
import org.penstock.step.PackagedConfig;
import org.penstock.step.StepFailure;
import org.penstock.workflow.RunState;
import org.penstock.workflow.WorkflowTemplate;

/**
 * A run on a cluster as the commands of this machine see it.
 *
 * @param state as it was when asked for
 * @param endpoint where this machine finds the S3 of the run, if not where the run does
 */
record ClusterRun(RunState state, Optional<URI> endpoint) {

  ClusterRun {
    requireNonNull(state, "state");
    requireNonNull(endpoint, "endpoint");
  }

  String project() {
    return parameter("project")
        .orElseThrow(() ->
            new StepFailure(
                ExitCode.INPUT,
                "Run %s is of no project: it has no parameter 'project'".formatted(state.name()),
                null));
  }

  /** Returns the pipeline of this checkout that the run is of. */
  WorkflowTemplate template() throws IOException {
    return WorkflowTemplate.read(PenstockHome.ofEnvironment().pipeline(project()));
  }

  /** Opens the store that the steps of the run wrote to. */
  ArtifactStore store() throws IOException {
    String location =
        parameter("store")
            .orElseThrow(() ->
                new StepFailure(
                    ExitCode.INPUT, "Run %s names no store".formatted(state.name()), null));
    try {
      return Stores.open(location, endpoint.or(() -> parameter("s3-endpoint").map(URI::create)));
    } catch (IOException e) {
      throw new IOException(hint(e), e);
    } catch (InvalidStoreException e) {
      throw new InvalidStoreException(hint(e), e);
    }
  }

  /** The address of a Service means nothing outside of its cluster. */
  private String hint(Exception e) {
    return endpoint.isPresent() || parameter("s3-endpoint").isEmpty()
        ? e.getMessage()
        : e.getMessage() + "; from outside the cluster, --s3-endpoint says where it answers";
  }

  /** Returns the settings of the run: those it was started with, or those of the images. */
  ProjectConfig config(ArtifactStore store) throws IOException {
    Optional<String> digest = parameter("config");
    return digest.isPresent()
        ? ProjectConfig.read(store.fetch(Sha256.parse(digest.get())))
        : PackagedConfig.of(Projects.named(project())).model();
  }

  private Optional<String> parameter(String name) {
    return Optional.ofNullable(state.parameters().get(name)).filter(value -> !value.isEmpty());
  }
}
