package org.penstock.smartthermostat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.penstock.config.InputSettings;
import org.penstock.config.ProjectConfig;

/** The settings of the project, as they are packaged with it. */
final class ProjectYaml {

  private ProjectYaml() {}

  static ProjectConfig config() {
    try (InputStream yaml =
        SmartThermostat.class.getResourceAsStream(
            "/META-INF/penstock/smart-thermostat/project.yaml")) {
      return ProjectConfig.read(yaml, "project.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the candidate {@code notebook} sees. */
  private static InputSettings inputs() {
    return config().train().candidates().stream()
        .filter(candidate -> candidate.name().equals("notebook"))
        .findFirst()
        .orElseThrow()
        .inputs();
  }

  /** Returns the features of the candidate {@code notebook}, as pandas has them. */
  static NotebookRecipe notebook() {
    return new NotebookRecipe(inputs().features(), inputs().fill());
  }

  /** Returns what the candidate {@code notebook} takes a missing number for. */
  static Map<String, Double> fill() {
    return inputs().fill();
  }
}
