package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Stores;

/**
 * Whole runs of a project in this JVM, on changed samples and with smaller settings.
 *
 * @param project its name
 * @param directory of the files, the settings and the store
 * @param smaller what of the project's own settings is changed
 */
record ProjectRuns(String project, Path directory, List<Edit> smaller) {

  /**
   * A change of settings.
   *
   * @param from an expression
   * @param to what stands there instead, at every place
   */
  record Edit(String from, String to) {}

  Said run(SampleLines lines, String... more) throws IOException {
    return run(write("rows.csv", lines.all()).toString(), more);
  }

  Said run(String data, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of("run", project, "--data=" + data, store()));
    args.addAll(List.of(more));
    if (args.stream().noneMatch(arg -> arg.startsWith("--config="))) {
      args.add(settings());
    }
    return Said.by(args.toArray(String[]::new));
  }

  Path write(String name, List<String> lines) throws IOException {
    return Files.write(directory.resolve(name), lines);
  }

  /** Writes the project's own settings, smaller and with {@code more} edits; returns the flag. */
  String settings(Edit... more) throws IOException {
    List<Edit> edits = new ArrayList<>(smaller);
    edits.addAll(List.of(more));
    String yaml = Files.readString(PenstockHome.ofEnvironment().settings(project).orElseThrow());
    for (Edit edit : edits) {
      String edited = yaml.replaceAll(edit.from(), edit.to());
      assertNotEquals(yaml, edited, edit.from() + " is nowhere in the settings");
      yaml = edited;
    }
    return "--config=" + Files.writeString(directory.resolve("project.yaml"), yaml);
  }

  String store() {
    return "--store=" + directory.resolve("store");
  }

  ArtifactStore open() throws IOException {
    return Stores.open(directory.resolve("store").toString(), Optional.empty());
  }

  /** Serves what was deployed. */
  Served serve() throws IOException {
    return Served.start(project, open());
  }
}
