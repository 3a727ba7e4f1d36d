package org.penstock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.penstock.row.NearestName;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

/**
 * The checkout that the command belongs to: pipelines and settings as files that people edit.
 *
 * @param root its directory
 */
record PenstockHome(Path root) {

  /**
   * Returns the home that the launcher names in {@code PENSTOCK_HOME}; without it the nearest
   * directory above the current one that has pipelines.
   */
  static PenstockHome ofEnvironment() {
    String named = System.getenv("PENSTOCK_HOME");
    if (named != null) {
      return new PenstockHome(Path.of(named));
    }

    Path here = Path.of("").toAbsolutePath();
    for (Path directory = here; directory != null; directory = directory.getParent()) {
      PenstockHome home = new PenstockHome(directory);
      if (Files.isDirectory(home.pipelines())) {
        return home;
      }
    }
    return new PenstockHome(here);
  }

  /**
   * Returns the pipeline of {@code project}.
   *
   * @throws StepFailure if there is none; the message names those there are
   */
  Path pipeline(String project) throws IOException {
    if (!projects().contains(project)) {
      throw new StepFailure(
          ExitCode.CONFIG, NearestName.unknown("project", project, projects()), null);
    }
    return pipelines().resolve(project + ".yaml");
  }

  /** Returns the settings of {@code project}, if they lie here and not only in its jar. */
  Optional<Path> settings(String project) {
    Path file = root.resolve("projects").resolve(project).resolve("project.yaml");
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /** Returns where {@code ./penstock images} writes down the images by digest. */
  Path images() {
    return root.resolve("images").resolve("target").resolve("images").resolve("images.yaml");
  }

  private Path pipelines() {
    return root.resolve("pipelines").resolve("argo");
  }

  /** Returns the names of the projects that have a pipeline, sorted. */
  List<String> projects() throws IOException {
    if (!Files.isDirectory(pipelines())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(pipelines())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          // learning.template.yaml is shared by projects, and none itself.
          .filter(name -> !name.contains("."))
          .sorted()
          .toList();
    }
  }
}
