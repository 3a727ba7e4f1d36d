package org.penstock.kubeflow;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penstock.workflow.Tag;
import org.penstock.workflow.Task;

/**
 * Where the tasks of one group take values from, and so what the group itself must be given. It
 * grows with each value that is asked for.
 */
final class GroupInputs {

  private final ArgoFile file;
  private final List<Task> tasks;
  private final String name;
  private final Map<String, Tag> needed = new LinkedHashMap<>();

  /**
   * @param tasks of the group
   * @param name of the group, whose end an exit handler is told
   */
  GroupInputs(ArgoFile file, List<Task> tasks, String name) {
    this.file = requireNonNull(file, "file");
    this.tasks = List.copyOf(tasks);
    this.name = requireNonNull(name, "name");
  }

  /** Returns the outputs of tasks outside of the group that are needed so far. */
  List<Tag.TaskOutput> neededOutputs() {
    return needed.values().stream()
        .filter(Tag.TaskOutput.class::isInstance)
        .map(Tag.TaskOutput.class::cast)
        .toList();
  }

  /** Returns what is needed so far: parameters of the workflow in their order, then outputs. */
  List<Port> ports() {
    return needed.values().stream()
        .sorted(
            Comparator.comparingInt(tag ->
                tag instanceof Tag.WorkflowParameter parameter
                    ? file.indexOf(parameter)
                    : Integer.MAX_VALUE))
        .map(this::port)
        .toList();
  }

  /** Returns the input called {@code name}, which is needed. */
  Port port(String name) {
    return port(needed.get(name));
  }

  private Port port(Tag tag) {
    return switch (tag) {
      case Tag.WorkflowParameter parameter -> file.port(parameter);
      case Tag.TaskOutput output -> file.port(output);
      case Tag.Input _, Tag.WorkflowField _ ->
          throw new IllegalStateException(tag.text() + " is no input of a group");
    };
  }

  /** Returns where a value written as {@code text} comes from. */
  Source source(String text, ArgoNode place) {
    List<Tag> tags = Tag.in(text);
    if (tags.isEmpty()) {
      return new Source.Constant(text);
    }
    if (tags.size() > 1 || !Tag.replace(text, _ -> "").isEmpty()) {
      place.refuse("'%s' joins values, which an input in Kubeflow cannot".formatted(text));
    }
    return switch (tags.getFirst()) {
      case Tag.WorkflowParameter parameter -> need(file.port(parameter).name(), parameter, place);
      case Tag.TaskOutput output when isOwn(output) ->
          new Source.TaskOutput(output.task(), Port.snake(output.name()));
      case Tag.TaskOutput output -> need(ArgoFile.nameOf(output), output, place);
      case Tag.WorkflowField(String name) -> field(name, place);
      case Tag.Input input -> throw new IllegalStateException("unknown here: " + input.text());
    };
  }

  private boolean isOwn(Tag.TaskOutput output) {
    return tasks.stream().anyMatch(task -> task.name().equals(output.task()));
  }

  private Source need(String name, Tag tag, ArgoNode place) {
    Tag other = needed.putIfAbsent(name, tag);
    if (other != null && !other.equals(tag)) {
      place.refuse(
          "%s and %s would both be the input %s of the pipeline"
              .formatted(other.text(), tag.text(), name));
    }
    return new Source.GroupInput(name);
  }

  private Source field(String field, ArgoNode place) {
    return switch (field) {
      case "name" -> new Source.Constant("{{$.pipeline_job_name}}");
      case "uid" -> new Source.Constant("{{$.pipeline_job_uuid}}");
      case "status" -> new Source.FinalStatus(name);
      default -> {
        place.refuse("Kubeflow has nothing like {{workflow.%s}}".formatted(field));
        yield new Source.Constant("");
      }
    };
  }
}
