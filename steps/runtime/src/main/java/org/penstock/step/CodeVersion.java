package org.penstock.step;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.penstock.artifact.Sha256;

/**
 * The digest of the code that a result depends on.
 *
 * <p>A step's jar names its libraries in the {@code Class-Path} of its manifest. Ours count by
 * content, those of others by name, which has their version. A change in another step, in the
 * service or in the command line therefore leaves the digest as it is.
 */
final class CodeVersion {

  private static final String OURS = "penstock-";

  private final SortedMap<String, String> parts = new TreeMap<>();

  private CodeVersion() {}

  /**
   * Returns the digest of the code behind {@code step} and {@code project}.
   *
   * @throws IOException if a jar cannot be read
   */
  static Sha256 of(Class<?> step, Class<?> project) throws IOException {
    CodeVersion version = new CodeVersion();
    version.add(locationOf(step));
    version.add(locationOf(project));
    StringBuilder text = new StringBuilder();
    version.parts.forEach(
        (name, digest) -> text.append(name).append(' ').append(digest).append('\n'));
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Code of %s lies nowhere".formatted(type), e);
    }
  }

  private void add(Path location) throws IOException {
    if (Files.isDirectory(location)) {
      addDirectory(location);
      return;
    }

    addOurs(location);
    try (JarFile jar = new JarFile(location.toFile())) {
      String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (classPath == null) {
        return;
      }
      for (String library : classPath.split(" ")) {
        if (library.startsWith(OURS)) {
          addOurs(found(library, location));
        } else {
          parts.put(library, "");
        }
      }
    }
  }

  /** Beside the jar that names it, or, while the project is being built, on the class path. */
  private static Path found(String library, Path namedBy) {
    Path beside = namedBy.resolveSibling(library);
    return Files.exists(beside)
        ? beside
        : Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(entry -> entry.endsWith(library))
            .findFirst()
            .orElse(beside);
  }

  private void addOurs(Path jar) throws IOException {
    parts.put(jar.getFileName().toString(), Sha256.of(jar).toString());
  }

  private void addDirectory(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> parts.put(directory.relativize(file).toString(), digest(file)));
    }
  }

  private static String digest(Path file) {
    try {
      return Sha256.of(file).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
