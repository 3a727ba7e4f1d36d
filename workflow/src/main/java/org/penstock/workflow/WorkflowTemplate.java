package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.config.ConfigNode;
import org.penstock.config.Problems;
import org.penstock.config.YamlReader;

/**
 * A checked workflow: every name it mentions exists, and nothing waits for itself.
 *
 * @param name {@code metadata.name}
 * @param entrypoint the DAG that runs
 * @param parameters {@code arguments.parameters}
 * @param templates by name, in the order of the file
 * @param onExit the container that runs at the end, whatever the outcome
 * @param warnings fields that were read and have no effect here, one sentence each
 */
public record WorkflowTemplate(
    String name,
    String entrypoint,
    List<Parameter> parameters,
    Map<String, Template> templates,
    Optional<String> onExit,
    List<String> warnings) {

  public WorkflowTemplate {
    requireNonNull(name, "name");
    requireNonNull(entrypoint, "entrypoint");
    requireNonNull(onExit, "onExit");
    parameters = List.copyOf(parameters);
    templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a WorkflowTemplate or a Workflow; of a CronWorkflow its template, with the arguments that
   * it gives.
   *
   * @throws org.penstock.config.InvalidConfigException with every problem: a field outside of the
   *     subset, a name that does not exist, a cycle
   * @throws IOException if the file cannot be read
   */
  public static WorkflowTemplate read(Path file) throws IOException {
    Optional<Schedule> schedule = Schedule.read(file);
    if (schedule.isPresent()) {
      return schedule.get().workflow();
    }
    try (InputStream yaml = Files.newInputStream(file)) {
      return read(yaml, file.getFileName().toString());
    }
  }

  /**
   * Reads a WorkflowTemplate or a Workflow; {@code yaml} stays open.
   *
   * @param name what problems call the file
   */
  static WorkflowTemplate read(InputStream yaml, String name) throws IOException {
    var problems = new Problems(name);
    Optional<ConfigNode> document = YamlReader.read(yaml, problems);
    problems.throwIfAny();
    Optional<WorkflowTemplate> workflow =
        document.map(node -> new WorkflowReader(problems, new Problems(name)).read(node));
    problems.throwIfAny();
    return workflow.orElseThrow();
  }

  /** Returns it under another name, with {@code values} for some of its parameters. */
  WorkflowTemplate with(String other, Map<String, String> values) {
    List<Parameter> valued =
        parameters.stream()
            .map(it -> it.withValue(Optional.ofNullable(values.get(it.name())).or(it::value)))
            .toList();
    return new WorkflowTemplate(other, entrypoint, valued, templates, onExit, warnings);
  }

  /** Returns the tasks of the entrypoint. */
  public List<Task> tasks() {
    return ((Template.Dag) templates.get(entrypoint)).tasks();
  }

  /** Returns the task of {@code name}, which must be one of {@link #tasks()}. */
  Task task(String name) {
    return tasks().stream().filter(task -> task.name().equals(name)).findFirst().orElseThrow();
  }
}
