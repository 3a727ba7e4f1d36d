package org.penstock.workflow;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks the tasks of a dag: whom they wait for, what they pass on. */
final class DagChecks {

  private final WorkflowChecks checks;
  private final WorkflowTemplate workflow;
  private final List<Task> tasks;
  private final Map<String, Task> byName;
  private final String path;

  DagChecks(WorkflowChecks checks, WorkflowTemplate workflow, Template.Dag dag, String path) {
    this.checks = checks;
    this.workflow = workflow;
    this.tasks = dag.tasks();
    this.byName =
        tasks.stream().collect(Collectors.toMap(Task::name, Function.identity(), (a, _) -> a));
    this.path = path;
  }

  void check() {
    var names = new HashSet<String>();
    for (int i = 0; i < tasks.size(); i++) {
      String place = "%s[%d]".formatted(path, i);
      Task task = tasks.get(i);
      checks.checkName(task.name(), names, place + ".name");
      checkTemplate(task, place);
      checkDepends(task, place);
      checkCycle(task, place);
      checkTags(task, place);
    }
  }

  private void checkTemplate(Task task, String place) {
    if (task.template().isEmpty()
        || !checks.exists(
            task.template(), workflow.templates().keySet(), "template '%s'", place + ".template")) {
      return;
    }

    Template template = workflow.templates().get(task.template());
    if (template instanceof Template.Dag) {
      checks.add(
          place + ".template", "is not supported here: a task runs a container or a suspend");
    }
    List<String> inputs = template.inputs().stream().map(Parameter::name).toList();
    int i = 0;
    for (String argument : task.arguments().keySet()) {
      String where = "%s.arguments.parameters[%d]".formatted(place, i++);
      checks.exists(argument, inputs, "input '%s' of template '" + template.name() + "'", where);
    }
    template.inputs().stream()
        .filter(input -> input.value().isEmpty())
        .filter(input -> !task.arguments().containsKey(input.name()))
        .forEach(input ->
            checks.add(
                place,
                "template '%s' needs the input '%s'".formatted(template.name(), input.name())));
  }

  private void checkDepends(Task task, String place) {
    for (Dependency dependency : Dependency.of(task)) {
      if (checks.exists(dependency.task(), byName.keySet(), "task '%s'", place + ".depends")) {
        dependency.problem().ifPresent(problem -> checks.add(place + ".depends", problem));
      }
    }
    boolean wrong =
        task.depends().stream()
            .flatMap(Expression::parts)
            .anyMatch(part ->
                switch (part) {
                  case Expression.Word _,
                      Expression.Not _,
                      Expression.Both _,
                      Expression.Either _ ->
                      false;
                  default -> true;
                });
    if (wrong) {
      checks.add(place + ".depends", "expected tasks, &&, || and ! only");
    }
  }

  private void checkCycle(Task task, String place) {
    if (ancestors(task).contains(task.name())) {
      checks.add(place, "task '%s' waits for itself".formatted(task.name()));
    }
  }

  private void checkTags(Task task, String place) {
    int i = 0;
    for (String text : task.arguments().values()) {
      String where = "%s.arguments.parameters[%d]".formatted(place, i++);
      checks.checkTags(text, where, tag -> checkTag(task, tag, where));
    }
    String when = place + ".when";
    task.when().stream()
        .flatMap(Expression::parts)
        .forEach(part -> {
          switch (part) {
            case Expression.Quoted(String text) ->
                checks.checkTags(text, when, tag -> checkTag(task, tag, when));
            case Expression.Bare(String text) ->
                checks.checkTags(text, when, tag -> checkTag(task, tag, when));
            case Expression.Word(String name) when !name.matches("[A-Za-z0-9_]+") ->
                checks.add(when, "'%s' needs quotes".formatted(name));
            case Expression.Member _, Expression.AsNumber _ ->
                checks.add(when, "expected ==, !=, <, <=, >, >=, &&, || and ! only");
            default -> {}
          }
        });
  }

  private void checkTag(Task task, Tag tag, String where) {
    switch (tag) {
      case Tag.WorkflowParameter _ -> checks.checkWorkflowTag(tag, where);
      case Tag.WorkflowField field when !field.isKnownAtTheEnd() -> {}
      case Tag.WorkflowField _, Tag.Input _ ->
          checks.add(where, tag.text() + " is not known to a task of the entrypoint");
      case Tag.TaskOutput(String producer, String output) ->
          checkOutput(task, producer, output, where);
    }
  }

  private void checkOutput(Task task, String producer, String output, String where) {
    if (!checks.exists(producer, byName.keySet(), "task '%s'", where)) {
      return;
    }
    if (!ancestors(task).contains(producer)) {
      checks.add(where, "task '%s' does not wait for '%s'".formatted(task.name(), producer));
    }

    Template template = workflow.templates().get(byName.get(producer).template());
    if (template == null) {
      return;
    }
    List<String> outputs = template.outputs().stream().map(Output::name).toList();
    if (!checks.exists(
        output, outputs, "output '%s' of template '" + template.name() + "'", where)) {
      return;
    }

    boolean hasDefault =
        template.outputs().stream()
            .anyMatch(found -> found.name().equals(output) && found.value().isPresent());
    if (mayBeSkipped(producer) && !hasDefault) {
      checks.add(
          where,
          "task '%s' may be skipped, and its output '%s' has no valueFrom.default"
              .formatted(producer, output));
    }
  }

  private boolean mayBeSkipped(String producer) {
    return byName.get(producer).when().isPresent()
        || ancestors(byName.get(producer)).stream()
            .map(byName::get)
            .anyMatch(ancestor -> ancestor.when().isPresent());
  }

  private Set<String> ancestors(Task task) {
    var found = new LinkedHashSet<String>();
    addAncestors(task, found);
    return found;
  }

  private void addAncestors(Task task, Set<String> found) {
    for (Dependency dependency : Dependency.of(task)) {
      Optional<Task> parent = Optional.ofNullable(byName.get(dependency.task()));
      if (parent.isPresent() && found.add(dependency.task())) {
        addAncestors(parent.get(), found);
      }
    }
  }
}
