package org.penstock.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code project.yaml} says, of either kind of project: {@link ProjectConfig} where there is
 * a model, {@link GatheringConfig} where answers of a vendor are gathered. A file with a section
 * {@code gather} is of the second kind.
 */
public sealed interface ProjectYaml permits ProjectConfig, GatheringConfig {

  /** Returns the name, lower case with dashes. */
  String name();

  /** Returns one line for reports. */
  String title();

  /** Returns the generated rows of a run without data. */
  SampleSettings sample();

  /**
   * Returns the settings of a project with a model.
   *
   * @throws InvalidConfigException if it has none
   */
  default ProjectConfig model() {
    return switch (this) {
      case ProjectConfig config -> config;
      case GatheringConfig _ ->
          throw new InvalidConfigException(
              List.of(
                  "%s: a project that gathers has no model, nor settings of one"
                      .formatted(name())));
    };
  }

  /**
   * Returns the settings of a project that gathers.
   *
   * @throws InvalidConfigException if it does not
   */
  default GatheringConfig gathering() {
    return switch (this) {
      case GatheringConfig config -> config;
      case ProjectConfig _ ->
          throw new InvalidConfigException(
              List.of(
                  "%s: gather: missing; a project that gathers says from whom".formatted(name())));
    };
  }

  /** Returns the {@code project.yaml} that is packaged in the jar of a project, as it is. */
  static Optional<byte[]> packaged(String project, ClassLoader jar) throws IOException {
    try (InputStream yaml = jar.getResourceAsStream(resource(project))) {
      return yaml == null ? Optional.empty() : Optional.of(yaml.readAllBytes());
    }
  }

  /** Returns the name under which the {@code project.yaml} of a project is packaged. */
  static String resource(String project) {
    return "META-INF/penstock/%s/project.yaml".formatted(project);
  }

  /**
   * Reads {@code file}.
   *
   * @throws InvalidConfigException with every problem of the file
   * @throws IOException if it cannot be read
   */
  static ProjectYaml read(Path file) throws IOException {
    try (InputStream yaml = Files.newInputStream(file)) {
      return read(yaml, file.toString());
    }
  }

  /**
   * Reads YAML from {@code yaml}, which stays open.
   *
   * @param name what problems call the file, e.g. {@code project.yaml}
   * @throws InvalidConfigException with every problem of the file
   */
  static ProjectYaml read(InputStream yaml, String name) throws IOException {
    var problems = new Problems(name);
    Optional<ProjectYaml> config =
        YamlReader.read(yaml, problems).flatMap(node -> of(node, new RecordBinder(problems, "")));
    problems.throwIfAny();
    return config.orElseThrow();
  }

  private static Optional<ProjectYaml> of(ConfigNode node, RecordBinder binder) {
    boolean gathers = node instanceof ConfigNode.Mapping file && file.value("gather").isPresent();
    return gathers
        ? binder.record(GatheringConfig.class, node, "").map(config -> config)
        : binder.record(ProjectConfig.class, node, "").map(config -> config);
  }
}
