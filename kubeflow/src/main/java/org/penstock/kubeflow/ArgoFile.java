package org.penstock.kubeflow;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.config.Problems;
import org.penstock.config.YamlReader;
import org.penstock.workflow.Output;
import org.penstock.workflow.Parameter;
import org.penstock.workflow.Schedule;
import org.penstock.workflow.Tag;
import org.penstock.workflow.Task;
import org.penstock.workflow.WorkflowTemplate;

/**
 * A WorkflowTemplate, both as the graph that the laptop runs and as the text that people wrote.
 *
 * @param origin the file, or the two, that were read
 * @param workflow the graph, checked
 * @param document the text, for what only a cluster needs and for places in messages
 * @param metadata of the file that names the workflow: the template, or the CronWorkflow
 */
record ArgoFile(String origin, WorkflowTemplate workflow, ArgoNode document, ArgoNode metadata) {

  private static final String NOTES = "workflows.argoproj.io/";

  ArgoFile {
    requireNonNull(origin, "origin");
    requireNonNull(workflow, "workflow");
    requireNonNull(document, "document");
    requireNonNull(metadata, "metadata");
  }

  /**
   * Reads {@code file}, or the template that it schedules.
   *
   * @throws org.penstock.config.InvalidConfigException if it is no workflow of the subset
   */
  static ArgoFile read(Path file) throws IOException {
    Optional<Schedule> schedule = Schedule.read(file);
    Path template = schedule.map(Schedule::file).orElse(file);
    ArgoNode document = document(template);
    return new ArgoFile(
        schedule.isPresent()
            ? "%s and %s".formatted(file.getFileName(), template.getFileName())
            : file.getFileName().toString(),
        WorkflowTemplate.read(file),
        document,
        (schedule.isPresent() ? document(file) : document).child("metadata"));
  }

  private static ArgoNode document(Path file) throws IOException {
    var problems = new Problems(file.getFileName().toString());
    try (InputStream yaml = Files.newInputStream(file)) {
      return new ArgoNode(YamlReader.read(yaml, problems), "", problems);
    }
  }

  /** Returns what Kubeflow cannot do, which is told here. */
  Problems problems() {
    return document.problems();
  }

  ArgoNode spec() {
    return document.child("spec");
  }

  /** Returns where the template called {@code name} stands. */
  ArgoNode template(String name) {
    int index = List.copyOf(workflow.templates().keySet()).indexOf(name);
    return spec().child("templates").items().get(index);
  }

  /** Returns where {@code task} stands. */
  ArgoNode place(Task task) {
    return template(workflow.entrypoint())
        .child("dag")
        .child("tasks")
        .items()
        .get(workflow.tasks().indexOf(task));
  }

  Task task(String name) {
    return workflow.tasks().stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the title that people gave the workflow, or else its name. */
  String title() {
    return note(metadata, "title").orElse(workflow.name());
  }

  /** Returns the sentence that people wrote of the workflow. */
  String description() {
    return note(metadata, "description").orElse("");
  }

  /** Returns the sentence that people wrote of a template. */
  String description(String template) {
    return note(template(template), "description").orElse("");
  }

  private static Optional<String> note(ArgoNode place, String name) {
    return place.child("annotations").child(NOTES + name).text();
  }

  /** Returns where {@code parameter} of the workflow stands in its list. */
  int indexOf(Tag.WorkflowParameter parameter) {
    return workflow.parameters().stream().map(Parameter::name).toList().indexOf(parameter.name());
  }

  Parameter parameter(Tag.WorkflowParameter tag) {
    return workflow.parameters().get(indexOf(tag));
  }

  /** Returns the parameter by which a group gets what {@code tag} stands for. */
  Port port(Tag.WorkflowParameter tag) {
    Parameter parameter = parameter(tag);
    return Port.text(Port.snake(tag.name()), parameter.value(), sentence(parameter));
  }

  /** Returns the parameter by which a group gets the output of a task outside of it. */
  Port port(Tag.TaskOutput tag) {
    Output output = output(tag);
    return Port.text(
        nameOf(tag),
        output.value().filter(text -> !text.isEmpty()),
        port(task(tag.task()).template(), output).description());
  }

  /** Returns the parameter by which a component gives {@code output}. */
  Port port(String template, Output output) {
    int index = workflow.templates().get(template).outputs().indexOf(output);
    ArgoNode place = template(template).child("outputs").child("parameters").items().get(index);
    return Port.text(
        Port.snake(output.name()),
        Optional.empty(),
        place
            .child("description")
            .text()
            .orElse("Output %s of %s".formatted(output.name(), template)));
  }

  static String nameOf(Tag.TaskOutput tag) {
    return Port.snake(tag.task() + "_" + tag.name());
  }

  private Output output(Tag.TaskOutput tag) {
    return workflow.templates().get(task(tag.task()).template()).outputs().stream()
        .filter(output -> output.name().equals(tag.name()))
        .findFirst()
        .orElseThrow();
  }

  static String sentence(Parameter parameter) {
    return parameter.allowed().isEmpty()
        ? parameter.description()
        : "%s; one of %s"
            .formatted(parameter.description(), String.join(", ", parameter.allowed()));
  }

  /**
   * Returns {@code image} with the parameters of the workflow replaced.
   *
   * @param images values of parameters; the others have those of the file
   */
  String image(String image, Map<String, String> images, ArgoNode place) {
    var missing = new ArrayList<String>();
    String replaced =
        Tag.replace(
            image,
            tag -> {
              Optional<String> value =
                  tag instanceof Tag.WorkflowParameter parameter
                      ? Optional.ofNullable(images.get(parameter.name()))
                          .or(parameter(parameter)::value)
                      : Optional.empty();
              if (value.isEmpty()) {
                missing.add(tag.text());
              }
              return value.orElse("");
            });
    missing.forEach(tag ->
        place.refuse(
            "%s has no value when the pipeline is compiled: give the parameter one"
                .formatted(tag)));
    return replaced;
  }
}
