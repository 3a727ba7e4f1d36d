package org.penstock.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.row.NearestName;

/**
 * Where the outputs of a step go: each into a file of its name in one directory, as Argo reads
 * them, or some into files that are named one by one, as Kubeflow does.
 *
 * @param directory receives all outputs, if there is one
 * @param files path by output
 */
record OutputFiles(Optional<Path> directory, SortedMap<String, Path> files) {

  /** Where outputs go if nobody says. */
  static final Path STANDARD = Path.of("/tmp/outputs");

  private static final String PREFIX = "--output.";

  OutputFiles {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * Takes every {@code --output.NAME=PATH} out of {@code arguments}.
   *
   * @param known outputs of the step
   * @param rest receives all other arguments
   * @param problems is told of names that are no outputs, stand there twice or have no path
   */
  static SortedMap<String, Path> parse(
      List<String> arguments, List<String> known, List<String> rest, List<String> problems) {
    SortedMap<String, Path> files = new TreeMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith(PREFIX)) {
        rest.add(argument);
        continue;
      }

      int equals = argument.indexOf('=');
      String flag = equals < 0 ? argument : argument.substring(0, equals);
      String path = equals < 0 ? "" : argument.substring(equals + 1);
      if (equals < 0 && i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--")) {
        path = arguments.get(++i);
      }
      String name = flag.substring(PREFIX.length());
      if (!known.contains(name)) {
        problems.add(flag + ": unknown output" + NearestName.hint(name, known));
      } else if (path.isEmpty()) {
        problems.add(flag + ": expected a path, got none");
      } else if (files.put(name, Path.of(path)) != null) {
        problems.add(flag + ": given 2 times");
      }
    }
    return files;
  }

  /** Writes {@code values}, each whole; parents of a file are made. */
  void write(Map<String, String> values) throws IOException {
    List<Map.Entry<Path, String>> texts = new ArrayList<>();
    files.forEach((name, file) -> texts.add(Map.entry(file, values.getOrDefault(name, ""))));
    directory.ifPresent(
        place -> values.forEach((name, text) -> texts.add(Map.entry(place.resolve(name), text))));
    for (Map.Entry<Path, String> text : texts) {
      Files.createDirectories(text.getKey().toAbsolutePath().getParent());
      Files.writeString(text.getKey(), text.getValue());
    }
  }
}
