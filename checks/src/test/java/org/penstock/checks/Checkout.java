package org.penstock.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.penstock.config.ConfigNode;
import org.penstock.config.Problems;
import org.penstock.config.YamlReader;

/** The checkout that the tests belong to: files as people edit them. */
final class Checkout {

  private Checkout() {}

  /** Returns the file or directory that lies at {@code path}, counted from the root. */
  static Path at(String path) {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(directory.resolve("pipelines/argo"))) {
      directory = directory.getParent();
    }
    return directory.resolve(path);
  }

  /** Returns the YAML files right below {@code directory}, sorted. */
  static List<Path> yaml(String directory) throws IOException {
    try (Stream<Path> files = Files.list(at(directory))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** Reads one YAML document; a key that stands there twice, and the like, fails. */
  static ConfigNode read(Path file) throws IOException {
    var problems = new Problems(file.getFileName().toString());
    try (InputStream yaml = Files.newInputStream(file)) {
      ConfigNode document = YamlReader.read(yaml, problems).orElse(null);
      problems.throwIfAny();
      return document;
    }
  }
}
