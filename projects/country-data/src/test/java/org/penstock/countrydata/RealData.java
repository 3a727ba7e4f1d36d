package org.penstock.countrydata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the real data, which is not part of the repository. */
final class RealData {

  private static final String FILE = "country-data/airports.csv.gz";

  private RealData() {}

  /** Returns the file, or says loudly that the calling test does not run. */
  static Path requireAirports() {
    Optional<Path> file =
        directories().map(at -> at.resolve(FILE)).filter(Files::exists).findFirst();
    if (file.isEmpty()) {
      System.err.println("NOT RUN: " + FILE + " absent; set PENSTOCK_DATA to its folder's parent");
    }
    Assumptions.assumeTrue(file.isPresent(), FILE + " is absent");
    return file.get();
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
