package org.penstock.step;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectConfig;
import org.penstock.config.ProjectYaml;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Project;

/**
 * What a step works with.
 *
 * @param settings the project's settings, of whichever kind it is
 * @param project the project's code
 * @param store where artifacts lie
 * @param sources what brings files here that no step made
 * @param scratch an empty directory of the step's own, removed afterwards
 * @param progress where to tell how far the step is
 * @param clock the time of signatures and deployments; never of artifacts
 * @param codeVersion digest of the code that runs
 */
public record StepContext(
    ProjectYaml settings,
    Project project,
    ArtifactStore store,
    SourceFiles sources,
    Path scratch,
    Progress progress,
    Clock clock,
    Sha256 codeVersion) {

  public StepContext {
    requireNonNull(settings, "settings");
    requireNonNull(project, "project");
    requireNonNull(store, "store");
    requireNonNull(sources, "sources");
    requireNonNull(scratch, "scratch");
    requireNonNull(progress, "progress");
    requireNonNull(clock, "clock");
    requireNonNull(codeVersion, "codeVersion");
  }

  /** A context whose sources in S3, if there are any, lie at AWS. */
  public StepContext(
      ProjectYaml settings,
      Project project,
      ArtifactStore store,
      Path scratch,
      Progress progress,
      Clock clock,
      Sha256 codeVersion) {
    this(
        settings,
        project,
        store,
        new SourceFiles(Optional.empty()),
        scratch,
        progress,
        clock,
        codeVersion);
  }

  /**
   * Returns the settings of a project with a model.
   *
   * @throws org.penstock.config.InvalidConfigException if it has none
   */
  public ProjectConfig config() {
    return settings.model();
  }

  /**
   * Returns the code of a project with a model.
   *
   * @throws StepFailure if it has none
   */
  public ModelProject model() {
    return projectOf(ModelProject.class);
  }

  /**
   * Returns the code of a project that must be of a {@code kind}.
   *
   * @throws StepFailure if it is of another
   */
  public <P extends Project> P projectOf(Class<P> kind) {
    if (!kind.isInstance(project)) {
      throw new StepFailure(
          ExitCode.CONFIG,
          List.of(
              "Project '%s' is no %s, which this step works on"
                  .formatted(project.name(), kind.getSimpleName())));
    }
    return kind.cast(project);
  }

  /**
   * Returns a local, verified, read-only file with the content of an artifact.
   *
   * @throws IOException if it is missing, was changed, or cannot be read
   */
  public Path fetch(Sha256 digest) throws IOException {
    return store.fetch(digest);
  }

  /** Returns the path of a new file in the scratch directory. */
  public Path newFile(String name) {
    return scratch.resolve(name);
  }
}
