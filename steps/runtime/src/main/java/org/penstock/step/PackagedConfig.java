package org.penstock.step;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.penstock.config.ProjectYaml;
import org.penstock.feature.Project;

/** The {@code project.yaml} in the jar of a project. */
public final class PackagedConfig {

  private PackagedConfig() {}

  /**
   * Reads it.
   *
   * @throws StepFailure if the jar has none
   */
  public static ProjectYaml of(Project project) throws IOException {
    return ProjectYaml.read(
        new ByteArrayInputStream(bytesOf(project)), project.name() + "/project.yaml");
  }

  /**
   * Returns the file as it is, comments included.
   *
   * @throws StepFailure if the jar has none
   */
  public static byte[] bytesOf(Project project) throws IOException {
    return ProjectYaml.packaged(project.name(), project.getClass().getClassLoader())
        .orElseThrow(() ->
            new StepFailure(
                ExitCode.CONFIG,
                "Project '%s' has no packaged %s; name a file with --config"
                    .formatted(project.name(), ProjectYaml.resource(project.name())),
                null));
  }
}
