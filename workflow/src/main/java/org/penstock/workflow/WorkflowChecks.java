package org.penstock.workflow;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.penstock.config.ConfigNode;
import org.penstock.config.Problems;
import org.penstock.row.NearestName;
import org.penstock.workflow.WorkflowReader.Placed;

/** Checks that every name of a workflow exists where it is used. */
final class WorkflowChecks {

  private static final String NAME = "[a-zA-Z0-9][-a-zA-Z0-9_]*";

  private final ConfigNode document;
  private final Problems problems;
  private final WorkflowTemplate workflow;
  private final List<Placed> templates;

  WorkflowChecks(
      ConfigNode document, Problems problems, WorkflowTemplate workflow, List<Placed> templates) {
    this.document = document;
    this.problems = problems;
    this.workflow = workflow;
    this.templates = templates;
  }

  void check() {
    if (!workflow.entrypoint().isEmpty()
        && exists(
            workflow.entrypoint(),
            workflow.templates().keySet(),
            "template '%s'",
            "spec.entrypoint")
        && !(workflow.templates().get(workflow.entrypoint()) instanceof Template.Dag)) {
      add("spec.entrypoint", "expected the name of a dag");
    }
    workflow.onExit().ifPresent(this::checkExitHandler);
    checkWorkflowParameters();
    var names = new HashSet<String>();
    for (Placed placed : templates) {
      checkName(placed.template().name(), names, placed.path() + ".name");
      switch (placed.template()) {
        case Template.Dag dag -> checkDag(dag, placed.path());
        case Template.Container container -> checkContainer(container, placed.path());
        case Template.Suspend suspend -> checkInputs(suspend, placed.path());
      }
    }
  }

  private void checkExitHandler(String name) {
    if (!exists(name, workflow.templates().keySet(), "template '%s'", "spec.onExit")) {
      return;
    }
    Template handler = workflow.templates().get(name);
    boolean needsInput = handler.inputs().stream().anyMatch(input -> input.value().isEmpty());
    if (!(handler instanceof Template.Container) || needsInput) {
      add("spec.onExit", "expected the name of a container whose inputs all have a value");
    }
  }

  private void checkWorkflowParameters() {
    var names = new HashSet<String>();
    List<Parameter> parameters = workflow.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      String path = "spec.arguments.parameters[%d]".formatted(i);
      checkName(parameter.name(), names, path + ".name");
      if (!parameter.allows(parameter.value())) {
        add(
            path,
            "expected one of %s, got '%s'"
                .formatted(parameter.allowed(), parameter.value().orElseThrow()));
      }
    }
  }

  private void checkDag(Template.Dag dag, String path) {
    if (!dag.name().equals(workflow.entrypoint())) {
      add(path + ".dag", "is not supported here: only the entrypoint may be a dag");
      return;
    }
    new DagChecks(this, workflow, dag, path + ".dag.tasks").check();
  }

  private void checkContainer(Template.Container container, String path) {
    checkInputs(container, path);
    var outputs = new HashSet<String>();
    for (int i = 0; i < container.outputs().size(); i++) {
      String name = container.outputs().get(i).name();
      checkName(name, outputs, "%s.outputs.parameters[%d].name".formatted(path, i));
    }
    container
        .retry()
        .flatMap(Retry::expression)
        .ifPresent(expression -> checkRetry(expression, path + ".retryStrategy.expression"));
    checkCommand(container.command(), path + ".container.command");
    List<String> inputs = container.inputs().stream().map(Parameter::name).toList();
    boolean exit = workflow.onExit().filter(container.name()::equals).isPresent();
    for (int i = 0; i < container.args().size(); i++) {
      String place = "%s.container.args[%d]".formatted(path, i);
      checkTags(container.args().get(i), place, tag -> checkContainerTag(tag, inputs, exit, place));
    }
    String place = path + ".container.env";
    container
        .env()
        .values()
        .forEach(
            text -> checkTags(text, place, tag -> checkContainerTag(tag, inputs, exit, place)));
  }

  private void checkInputs(Template template, String path) {
    var names = new HashSet<String>();
    for (int i = 0; i < template.inputs().size(); i++) {
      Parameter input = template.inputs().get(i);
      String place = "%s.inputs.parameters[%d]".formatted(path, i);
      checkName(input.name(), names, place + ".name");
      input
          .value()
          .ifPresent(text ->
              checkTags(text, place, tag -> checkContainerTag(tag, List.of(), false, place)));
    }
  }

  private void checkCommand(List<String> command, String path) {
    boolean java = !command.isEmpty() && command.getFirst().matches("(.*/)?java");
    boolean main =
        command.size() > 1
            && command.getLast().matches("[A-Za-z_][A-Za-z0-9_.$]*")
            && !Set.of("-cp", "-classpath", "--class-path", "-jar")
                .contains(command.get(command.size() - 2));
    if (!java || !main || command.contains("-jar")) {
      add(path, "expected [java, options…, MainClass], got " + command);
    }
  }

  private void checkRetry(Expression expression, String path) {
    for (Expression part : expression.parts().toList()) {
      switch (part) {
        case Expression.Word(String name) -> exists(name, Resolver.LAST_RETRY, "value '%s'", path);
        case Expression.Bare(String tag) -> add(path, "expected no tags, got " + tag);
        default -> {}
      }
    }
  }

  private void checkContainerTag(Tag tag, List<String> inputs, boolean exit, String path) {
    switch (tag) {
      case Tag.Input(String name) -> exists(name, inputs, "input '%s'", path);
      case Tag.TaskOutput output ->
          add(path, output.text() + " is known to tasks only; pass it as an input");
      case Tag.WorkflowField field when field.isKnownAtTheEnd() && !exit ->
          add(path, field.text() + " is known to the exit handler only");
      case Tag.WorkflowField _, Tag.WorkflowParameter _ -> checkWorkflowTag(tag, path);
    }
  }

  /** Checks a tag that is known everywhere. */
  void checkWorkflowTag(Tag tag, String path) {
    if (tag instanceof Tag.WorkflowParameter(String name)) {
      List<String> known = workflow.parameters().stream().map(Parameter::name).toList();
      exists(name, known, "parameter '%s' of the workflow", path);
    }
  }

  void checkTags(String text, String path, Consumer<Tag> check) {
    try {
      Tag.in(text).forEach(check);
    } catch (IllegalArgumentException e) {
      add(path, e.getMessage());
    }
  }

  void checkName(String name, Set<String> names, String path) {
    if (!name.isEmpty() && !name.matches(NAME)) {
      add(path, "expected letters, digits, '-' and '_', got '%s'".formatted(name));
    }
    if (!name.isEmpty() && !names.add(name)) {
      add(path, "'%s' stands here twice".formatted(name));
    }
  }

  /**
   * @param kind what it is, with {@code %s} for its name
   */
  boolean exists(String name, Collection<String> known, String kind, String path) {
    if (!known.contains(name)) {
      add(path, "there is no %s%s".formatted(kind.formatted(name), NearestName.hint(name, known)));
    }
    return known.contains(name);
  }

  void add(String path, String reason) {
    problems.add(document.lineOf(path), path, reason);
  }
}
