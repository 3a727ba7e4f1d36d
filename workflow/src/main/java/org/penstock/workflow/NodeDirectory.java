package org.penstock.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directory of a node: the files of its outputs and its progress, and no others. */
record NodeDirectory(Path directory) {

  private static final Pattern OUTPUTS =
      Pattern.compile(Pattern.quote(Output.DIRECTORY) + "(?![A-Za-z0-9._-])");

  Path outputs() {
    return directory.resolve("outputs");
  }

  Path progress() {
    return directory.resolve("progress");
  }

  /** Removes what an earlier attempt left behind. */
  void clear() throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(outputs());
  }

  /** Returns {@code text} with the directory of the container replaced by that of this node. */
  String map(String text) {
    return OUTPUTS.matcher(text).replaceAll(Matcher.quoteReplacement(outputs().toString()));
  }

  /**
   * Reads the outputs of a program that has ended; one newline at the end is no part of them, as in
   * Argo.
   *
   * @throws IOException if a file is missing of which there is no default
   */
  Map<String, String> read(List<Output> outputs) throws IOException {
    var values = new TreeMap<String, String>();
    for (Output output : outputs) {
      Path file = Path.of(map(output.path().orElseThrow()));
      Optional<String> value =
          Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : output.value();
      if (value.isEmpty()) {
        throw new IOException("the output '%s' was not written".formatted(output.name()));
      }
      values.put(output.name(), value.get().replaceFirst("\\r?\\n\\z", ""));
    }
    return values;
  }
}
