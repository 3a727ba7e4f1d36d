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
import java.util.Optional;
import java.util.TreeMap;
import org.penstock.config.ConfigNode;
import org.penstock.config.ConfigNode.Entry;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.config.Problems;
import org.penstock.config.YamlReader;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.Parameter;
import org.penstock.workflow.WorkflowTemplate;

/**
 * The images of a build, as {@code ./penstock images} writes them down: {@code image-train:
 * registry/train@sha256:…}.
 *
 * @param references by parameter
 */
record PinnedImages(Map<String, String> references) {

  private static final String PREFIX = "image-";

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

  /**
   * Returns what the parameters of {@code workflow} that name an image are set to. Which image one
   * wants says its own value, so that {@code image-train} may want another than {@code train}.
   */
  Map<String, String> valuesFor(WorkflowTemplate workflow) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Parameter parameter : workflow.parameters()) {
      String wanted = parameter.value().map(PinnedImages::wantedBy).orElse(parameter.name());
      Optional.ofNullable(references.get(wanted))
          .filter(_ -> parameter.name().startsWith(PREFIX))
          .ifPresent(reference -> values.put(parameter.name(), reference));
    }
    return values;
  }

  /** Returns {@code image-train} of {@code registry.example.org/penstock/train:0.1.0}. */
  private static String wantedBy(String reference) {
    return PREFIX + reference.replaceFirst(".*/", "").replaceFirst("[:@].*", "");
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
