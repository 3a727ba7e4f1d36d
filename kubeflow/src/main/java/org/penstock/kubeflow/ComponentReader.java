package org.penstock.kubeflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.penstock.workflow.Output;
import org.penstock.workflow.Parameter;
import org.penstock.workflow.Tag;
import org.penstock.workflow.Template;

/** Makes a component of a template that runs a container. */
final class ComponentReader {

  /** How the programs of a workflow are told where their outputs go. */
  private static final String OUTPUTS = "--outputs=/tmp/outputs";

  private final ArgoFile file;
  private final PodReader pods;
  private final Map<String, String> images;

  ComponentReader(ArgoFile file, Map<String, String> images) {
    this.file = file;
    this.pods = new PodReader(file.spec());
    this.images = Map.copyOf(images);
  }

  /**
   * A component, and what its inputs stand for.
   *
   * @param inputs input name to the tag that stood in its place
   */
  record Read(Component component, Map<String, Tag> inputs) {}

  Read read(Template.Container template) {
    ArgoNode place = file.template(template.name());
    ArgoNode container = place.child("container");
    Map<String, Tag> inputs = new LinkedHashMap<>();
    Stream.concat(template.command().stream(), template.args().stream())
        .flatMap(word -> Tag.in(word).stream())
        .forEach(tag -> add(inputs, known(tag), place));
    template
        .env()
        .forEach((name, value) -> {
          if (!Tag.in(value).isEmpty()) {
            container
                .child("env")
                .refuse("%s: a variable is a constant in Kubeflow".formatted(name));
          }
        });
    if (!template.outputs().isEmpty() && !template.args().contains(OUTPUTS)) {
      container
          .child("args")
          .refuse(
              "expected '%s' among them: the program is not told where its outputs go"
                  .formatted(OUTPUTS));
    }
    Component component =
        new Component(
            template.name(),
            file.description(template.name()),
            inputs.values().stream().map(tag -> port(template, tag)).toList(),
            template.outputs().stream().map(output -> file.port(template.name(), output)).toList(),
            file.image(template.image(), images, container.child("image")),
            template.command().stream().map(ComponentReader::placeholders).toList(),
            args(template),
            template.env(),
            pods.read(place));
    return new Read(component, inputs);
  }

  /** Kubeflow tells how a run ended and what failed in one document. */
  private static Tag known(Tag tag) {
    return tag.equals(new Tag.WorkflowField("failures")) ? new Tag.WorkflowField("status") : tag;
  }

  private static void add(Map<String, Tag> inputs, Tag tag, ArgoNode place) {
    Tag other = inputs.putIfAbsent(nameOf(tag), tag);
    if (other != null && !other.equals(tag)) {
      place.refuse(
          "%s and %s would both be the input %s".formatted(other.text(), tag.text(), nameOf(tag)));
    }
  }

  private static String nameOf(Tag tag) {
    return switch (tag) {
      case Tag.Input(String name) -> Port.snake(name);
      case Tag.WorkflowParameter(String name) -> Port.snake(name);
      case Tag.WorkflowField(String name) -> "workflow_" + Port.snake(name);
      case Tag.TaskOutput output -> ArgoFile.nameOf(output);
    };
  }

  private Port port(Template.Container template, Tag tag) {
    return switch (tag) {
      case Tag.Input(String name) -> input(template, name);
      case Tag.WorkflowParameter parameter -> file.port(parameter).withoutValue();
      case Tag.WorkflowField(String name) when name.equals("status") ->
          Port.finalStatus(nameOf(tag));
      case Tag.WorkflowField(String name) ->
          Port.text(nameOf(tag), Optional.empty(), "The %s of the run".formatted(name));
      case Tag.TaskOutput output -> file.port(output).withoutValue();
    };
  }

  private Port input(Template.Container template, String name) {
    Parameter input =
        template.inputs().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    return Port.text(Port.snake(name), Optional.empty(), describe(template, input));
  }

  /** Returns what the file says of {@code input}, or else of what is passed to it. */
  private String describe(Template.Container template, Parameter input) {
    if (!input.description().isEmpty()) {
      return ArgoFile.sentence(input);
    }
    return file.workflow().tasks().stream()
        .filter(task -> task.template().equals(template.name()))
        .flatMap(task -> Stream.ofNullable(task.arguments().get(input.name())))
        .flatMap(text -> Tag.in(text).stream())
        .map(tag -> port(template, tag).description())
        .findFirst()
        .orElse("");
  }

  private static List<String> args(Template.Container template) {
    List<String> args = new ArrayList<>();
    for (String arg : template.args()) {
      if (arg.equals(OUTPUTS)) {
        template.outputs().forEach(output -> args.add(outputFile(output)));
      } else {
        args.add(placeholders(arg));
      }
    }
    return args;
  }

  private static String outputFile(Output output) {
    return "--output.%s={{$.outputs.parameters['%s'].output_file}}"
        .formatted(output.name(), Port.snake(output.name()));
  }

  private static String placeholders(String word) {
    return Tag.replace(word, tag -> "{{$.inputs.parameters['%s']}}".formatted(nameOf(known(tag))));
  }
}
