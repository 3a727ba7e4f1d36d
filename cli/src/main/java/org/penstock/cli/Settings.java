package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.penstock.config.ProjectYaml;
import org.penstock.feature.Projects;
import org.penstock.step.ExitCode;
import org.penstock.step.PackagedConfig;
import org.penstock.step.StepFailure;

/**
 * The settings that a command works with: the file that somebody names, else the one of the
 * checkout, else the one in the jar of the project.
 *
 * @param project whose they are
 * @param called what problems call them
 * @param yaml as it is, comments included
 */
record Settings(String project, String called, byte[] yaml) {

  Settings {
    requireNonNull(project, "project");
    requireNonNull(called, "called");
    requireNonNull(yaml, "yaml");
  }

  /**
   * Finds them.
   *
   * @param chosen the file that somebody names
   * @throws StepFailure if it cannot be read
   */
  static Settings of(PenstockHome home, String project, Optional<Path> chosen) throws IOException {
    Optional<Path> file = chosen.or(() -> home.settings(project));
    if (file.isEmpty()) {
      return new Settings(project, "project.yaml", PackagedConfig.bytesOf(Projects.named(project)));
    }
    if (!Files.isReadable(file.get())) {
      throw new StepFailure(ExitCode.INPUT, "There is no file " + file.get(), null);
    }
    return new Settings(project, file.get().toString(), Files.readAllBytes(file.get()));
  }

  /**
   * Reads them.
   *
   * @throws org.penstock.config.InvalidConfigException with every problem
   */
  ProjectYaml read() throws IOException {
    return ProjectYaml.read(new ByteArrayInputStream(yaml), called);
  }

  /**
   * Reads them, and checks what only who knows the project can tell to be wrong.
   *
   * @throws org.penstock.config.InvalidConfigException with every problem
   */
  ProjectYaml checked() throws IOException {
    ProjectYaml config = read();
    new SettingsCheck(called, Projects.named(project)).check(config);
    return config;
  }
}
