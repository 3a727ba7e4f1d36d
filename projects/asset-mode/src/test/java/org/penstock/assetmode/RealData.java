package org.penstock.assetmode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the real data, which is not part of the repository. */
final class RealData {

  private static final String FOLDER = "asset-mode";

  private RealData() {}

  /** Returns the folder, or says loudly that the calling test does not run. */
  static Path requireFolder() {
    Optional<Path> folder =
        directories().map(at -> at.resolve(FOLDER)).filter(Files::exists).findFirst();
    if (folder.isEmpty()) {
      System.err.println("NOT RUN: " + FOLDER + " absent; set PENSTOCK_DATA to its parent");
    }
    Assumptions.assumeTrue(folder.isPresent(), FOLDER + " is absent");
    return folder.get();
  }

  /** What is set, or else ../shared/data beside any folder that this one lies in. */
  private static Stream<Path> directories() {
    return Stream.of(
            Optional.ofNullable(System.getProperty("penstock.data")),
            Optional.ofNullable(System.getenv("PENSTOCK_DATA")))
        .flatMap(Optional::stream)
        .filter(path -> !path.isBlank() && !path.startsWith("$"))
        .map(Path::of)
        .findFirst()
        .map(Stream::of)
        .orElseGet(() ->
            Stream.iterate(
                    Optional.of(Path.of("").toAbsolutePath()),
                    Optional::isPresent,
                    path -> path.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(path -> path.resolveSibling("shared").resolve("data")));
  }
}
