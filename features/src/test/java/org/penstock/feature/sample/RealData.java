package org.penstock.feature.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the real data of projects, which is not part of the repository. */
public final class RealData {

  private RealData() {}

  /**
   * Returns a file or a folder, or says loudly that the calling test does not run.
   *
   * @param name below the folder of all data, e.g. {@code customer-risk/train.csv}
   */
  public static Path require(String name) {
    Optional<Path> found =
        directories().map(at -> at.resolve(name)).filter(Files::exists).findFirst();
    if (found.isEmpty()) {
      System.err.println("NOT RUN: " + name + " absent; set PENSTOCK_DATA to its folder's parent");
    }
    Assumptions.assumeTrue(found.isPresent(), name + " is absent");
    return found.get();
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
