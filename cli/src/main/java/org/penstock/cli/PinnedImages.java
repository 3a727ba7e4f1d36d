package org.penstock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.config.ConfigNode;
import org.penstock.config.ConfigNode.Entry;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.config.Problems;
import org.penstock.config.YamlReader;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

/**
 * The images of a build, as {@code ./penstock images} writes them down: {@code image-train:
 * registry/train@sha256:…}.
 *
 * @param references by parameter
 */
record PinnedImages(Map<String, String> references) {

  PinnedImages {
    references = Collections.unmodifiableMap(new TreeMap<>(references));
  }

  /**
   * Reads {@code file}.
   *
   * @throws StepFailure if there is none
   * @throws org.penstock.config.InvalidConfigException if it is no mapping of texts
   */
  static PinnedImages read(Path file) throws IOException {
    Problems problems = new Problems(file.toString());
    Map<String, String> references = new LinkedHashMap<>();
    try (InputStream yaml = Files.newInputStream(file)) {
      switch (YamlReader.read(yaml, problems).orElse(new Mapping(List.of(), 0))) {
        case Mapping(List<Entry> entries, int _) ->
            entries.forEach(entry -> add(entry, references, problems));
        case ConfigNode other ->
            problems.add(other.line(), "", "expected a mapping, got " + other.description());
      }
    } catch (NoSuchFileException e) {
      throw new StepFailure(
          ExitCode.INPUT,
          "There is no %s with the images of the steps: ./penstock images writes it, --images names another"
              .formatted(file),
          e);
    }
    problems.throwIfAny();
    return new PinnedImages(references);
  }

  private static void add(Entry entry, Map<String, String> references, Problems problems) {
    if (entry.value() instanceof Scalar(String text, ConfigNode.Kind kind, int _)
        && kind == ConfigNode.Kind.TEXT) {
      references.put(entry.key(), text);
    } else {
      problems.add(
          entry.line(),
          entry.key(),
          "expected the name of an image, got " + entry.value().description());
    }
  }
}
