package org.penstock.step;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectConfig;
import org.penstock.feature.Project;

/**
 * What a step works with.
 *
 * @param config the project's settings
 * @param project the project's code
 * @param store where artifacts lie
 * @param scratch an empty directory of the step's own, removed afterwards
 * @param progress where to tell how far the step is
 * @param clock the time of signatures and deployments; never of artifacts
 * @param codeVersion digest of the code that runs
 */
public record StepContext(
    ProjectConfig config,
    Project project,
    ArtifactStore store,
    Path scratch,
    Progress progress,
    Clock clock,
    Sha256 codeVersion) {

  public StepContext {
    requireNonNull(config, "config");
    requireNonNull(project, "project");
    requireNonNull(store, "store");
    requireNonNull(scratch, "scratch");
    requireNonNull(progress, "progress");
    requireNonNull(clock, "clock");
    requireNonNull(codeVersion, "codeVersion");
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
