package org.penstock.image;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things lie in a clone that is built.
 *
 * @param home the root of the clone
 */
record Workshop(Path home) {

  Workshop {
    requireNonNull(home, "home");
  }

  /** Returns the directory of the jars of {@code program}, in which all its libraries lie too. */
  Path libraries(Program program) {
    return home.resolve(
        switch (program) {
          case S3, TRAIN_NETWORK -> "images/%s/target/lib".formatted(program.image());
          default -> "cli/target/penstock/lib";
        });
  }

  /** Returns the list of those libraries, with coordinates and licences. */
  Path bom(Program program) {
    return libraries(program).resolveSibling("libraries.cdx.json");
  }

  /** Returns the jar of {@code program}; empty if it was not built. */
  Optional<Path> jar(Program program) throws IOException {
    Path directory = libraries(program);
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(directory, program.jar() + "-[0-9]*.jar")) {
      var jars = found.iterator();
      return jars.hasNext() ? Optional.of(jars.next()) : Optional.empty();
    }
  }

  /** Returns the base that {@code images/base.sh} makes for {@code program}. */
  Path localBase(Program program) {
    boolean trains = program == Program.TRAIN || program == Program.TRAIN_NETWORK;
    // XGBoost is linked with the libraries of C++ and OpenMP.
    return home.resolve(trains ? "images/target/base-native.tar" : "images/target/base.tar");
  }

  /** Returns the directory of what is made on the way. */
  Path work() {
    return home.resolve("images/target/work");
  }
}
