package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.penstock.config.ConfigNode;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.config.Problems;
import org.penstock.config.YamlReader;

/**
 * A CronWorkflow: a WorkflowTemplate that several share, and the arguments it is run with. When a
 * cluster runs it means nothing here.
 *
 * @param template name of the WorkflowTemplate
 * @param file of the template, {@code TEMPLATE.template.yaml} beside the CronWorkflow
 * @param arguments those that the CronWorkflow gives
 * @param workflow the template, with these arguments in place of its own values
 */
public record Schedule(
    String template, Path file, Map<String, String> arguments, WorkflowTemplate workflow) {

  public Schedule {
    requireNonNull(template, "template");
    requireNonNull(file, "file");
    requireNonNull(workflow, "workflow");
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /**
   * Reads {@code file}; empty if it is no CronWorkflow.
   *
   * @throws org.penstock.config.InvalidConfigException with every problem: of the file, or of its
   *     template
   * @throws IOException if either cannot be read
   */
  public static Optional<Schedule> read(Path file) throws IOException {
    var problems = new Problems(file.getFileName().toString());
    Optional<ConfigNode> document;
    try (InputStream yaml = Files.newInputStream(file)) {
      document = YamlReader.read(yaml, problems);
    }
    if (document.filter(Schedule::isOne).isEmpty()) {
      return Optional.empty(); // what is wrong with it is told by whoever reads it as what it is
    }

    problems.throwIfAny();
    return Optional.of(new ScheduleReader(problems).read(document.get(), file));
  }

  private static boolean isOne(ConfigNode document) {
    return document instanceof Mapping mapping
        && mapping.value("kind").orElse(null) instanceof Scalar kind
        && kind.text().equals("CronWorkflow");
  }
}
