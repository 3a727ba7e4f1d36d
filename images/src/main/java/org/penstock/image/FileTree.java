package org.penstock.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory with all that is in it. */
final class FileTree {

  private FileTree() {}

  /** Deletes {@code directory} if it is there. */
  static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      for (Path file : files(directory).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Copies {@code from}, with its permissions, to {@code to}, which is not there yet. */
  static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from).toList()) {
      Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static Stream<Path> files(Path directory) throws IOException {
    try (Stream<Path> found = Files.walk(directory)) {
      return List.copyOf(found.toList()).stream();
    }
  }
}
