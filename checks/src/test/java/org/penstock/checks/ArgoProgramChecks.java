package org.penstock.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penstock.config.Flags;
import org.penstock.step.ExitHandler;
import org.penstock.step.Program;
import org.penstock.step.Step;
import org.penstock.step.StepMain;
import org.penstock.workflow.Output;
import org.penstock.workflow.Parameter;
import org.penstock.workflow.Template;
import org.penstock.workflow.WorkflowTemplate;

/** Containers run programs that exist, with flags that these have, and read outputs they write. */
final class ArgoProgramChecks {

  private static final Pattern TAG =
      Pattern.compile("\\{\\{(inputs|workflow)\\.(parameters\\.)?([A-Za-z0-9-]+)}}");

  /** What a flag is called that takes a field of the workflow. */
  private static final Map<String, String> FIELDS =
      Map.of("name", "run", "status", "status", "failures", "failures");

  private final WorkflowTemplate workflow;
  private final List<String> problems;

  ArgoProgramChecks(WorkflowTemplate workflow, List<String> problems) {
    this.workflow = workflow;
    this.problems = problems;
  }

  void check() {
    workflow
        .templates()
        .values()
        .forEach(template -> {
          if (template instanceof Template.Container container) {
            checkImage(container);
            program(container).ifPresent(program -> check(container, program));
          }
        });
  }

  private void checkImage(Template.Container container) {
    String name = container.name();
    if (!container.image().equals("{{workflow.parameters.image-%s}}".formatted(name))) {
      add(name, "takes its image from '%s', not from its parameter".formatted(container.image()));
    }
    if (!Images.NAMES.contains(name)) {
      add(name, "there is no image of that name among " + Images.NAMES);
    }
    String expected = "registry.example.org/penstock/%s:%s".formatted(name, Images.VERSION);
    Optional<Parameter> parameter =
        workflow.parameters().stream().filter(it -> it.name().equals("image-" + name)).findAny();
    String value = parameter.flatMap(Parameter::value).orElse("");
    if (!value.equals(expected) && !value.matches(".+@sha256:[0-9a-f]{64}")) {
      add(name, "expected the image %s or one by digest, got '%s'".formatted(expected, value));
    }
  }

  private Optional<Program<?>> program(Template.Container container) {
    List<String> command = container.command();
    if (command.size() != 3 || !command.get(1).equals("@/app/java")) {
      add(container.name(), "expected [java, @/app/java, Main], got " + command);
    }
    try {
      Class<?> main = Class.forName(command.getLast());
      return Optional.of((Program<?>) main.getMethod("step").invoke(null));
    } catch (ReflectiveOperationException e) {
      add(container.name(), "there is no program " + command.getLast());
      return Optional.empty();
    }
  }

  private void check(Template.Container container, Program<?> program) {
    if (!program.name().equals(container.name())) {
      add(container.name(), "runs the program '%s'".formatted(program.name()));
    }
    checkFlags(container, StepMain.flags(program));
    switch (program) {
      case Step<?> step -> checkOutputs(container, StepMain.outputs(step));
      case ExitHandler<?> _ -> checkOutputs(container, List.of());
    }
  }

  private void checkFlags(Template.Container container, Flags flags) {
    Set<String> given = new HashSet<>();
    for (String argument : container.args()) {
      String flag = argument.split("=")[0].replaceFirst("^--", "");
      if (!flags.names().contains(flag)) {
        add(container.name(), "the program has no flag --" + flag);
      }
      if (!given.add(flag)) {
        add(container.name(), "gives --%s twice".formatted(flag));
      }
      checkValue(container, flag, argument.substring(argument.indexOf('=') + 1));
    }
    List<String> missing = new ArrayList<>(flags.required());
    missing.removeAll(given);
    missing.forEach(flag -> add(container.name(), "does not give --" + flag));
    container.inputs().stream()
        .map(Parameter::name)
        .filter(input -> container.args().stream().noneMatch(it -> it.contains("." + input + "}}")))
        .forEach(input -> add(container.name(), "does not use its input '%s'".formatted(input)));
  }

  /** A flag takes the parameter of its own name, so that no digest stands for another. */
  private void checkValue(Template.Container container, String flag, String value) {
    Matcher tag = TAG.matcher(value);
    if (tag.find()) {
      String name = tag.group(2) == null ? FIELDS.getOrDefault(tag.group(3), "") : tag.group(3);
      if (!name.equals(flag)) {
        add(container.name(), "gives %s as --%s".formatted(value, flag));
      }
    }
  }

  private void checkOutputs(Template.Container container, List<String> written) {
    for (Output output : container.outputs()) {
      if (!written.contains(output.name())) {
        add(container.name(), "the step writes no output '%s'".formatted(output.name()));
      }
      String path = output.path().orElse("");
      if (!path.equals("/tmp/outputs/" + output.name())) {
        add(container.name(), "reads '%s' from %s".formatted(output.name(), path));
      }
    }
    boolean toTheDirectory = container.args().contains("--outputs=/tmp/outputs");
    if (!container.outputs().isEmpty() && !toTheDirectory) {
      add(container.name(), "does not write its outputs to /tmp/outputs");
    }
  }

  private void add(String template, String problem) {
    problems.add(template + ": " + problem);
  }
}
