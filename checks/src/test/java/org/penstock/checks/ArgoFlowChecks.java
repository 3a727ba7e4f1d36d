package org.penstock.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.penstock.workflow.Output;
import org.penstock.workflow.Parameter;
import org.penstock.workflow.Task;
import org.penstock.workflow.Template;
import org.penstock.workflow.WorkflowTemplate;

/** What is passed on fits, what fails is tried again, and nobody's silence is consent. */
final class ArgoFlowChecks {

  private static final Pattern OUTPUT =
      Pattern.compile("\\{\\{tasks\\.[a-z-]+\\.outputs\\.parameters\\.([A-Za-z0-9-]+)}}");

  private static final String RETRY =
      "      retryStrategy:\n"
          + "        limit: \"3\"\n"
          + "        retryPolicy: Always\n"
          + "        expression: 'lastRetry.status == \"Error\" || asInt(lastRetry.exitCode) in [75,"
          + " 137, 143]'\n"
          + "        backoff: {duration: \"10s\", factor: \"2\", cap: \"2m\", maxDuration: \"15m\"}\n";

  private final WorkflowTemplate workflow;
  private final String text;
  private final List<String> problems;

  ArgoFlowChecks(WorkflowTemplate workflow, String text, List<String> problems) {
    this.workflow = workflow;
    this.text = text;
    this.problems = problems;
  }

  void check() {
    workflow.tasks().forEach(this::checkArguments);
    workflow.templates().values().forEach(this::checkTemplate);
    checkRetries();
    checkParameters();
    checkSpelling();
  }

  /**
   * A program takes the output of the name of its input; a person may be shown it under another.
   */
  private void checkArguments(Task task) {
    if (workflow.templates().get(task.template()) instanceof Template.Container) {
      task.arguments()
          .forEach((input, value) -> {
            Matcher output = OUTPUT.matcher(value);
            if (output.matches() && !output.group(1).equals(input)) {
              problems.add("%s: takes %s as '%s'".formatted(task.name(), value, input));
            }
          });
    }
  }

  private void checkTemplate(Template template) {
    for (Output output : template.outputs()) {
      if (output.value().isEmpty()) {
        problems.add("%s: output '%s' has no default".formatted(template.name(), output.name()));
      }
    }
    if (template instanceof Template.Suspend suspend) {
      Optional<Output> decision =
          suspend.outputs().stream().filter(it -> it.name().equals("decision")).findFirst();
      if (!decision.flatMap(Output::value).equals(Optional.of("REJECT"))) {
        problems.add("%s: decides something other than REJECT by itself".formatted(suspend.name()));
      }
      if (suspend.duration().isEmpty()) {
        problems.add("%s: waits for ever".formatted(suspend.name()));
      }
    }
  }

  private void checkRetries() {
    long containers =
        workflow.templates().values().stream().filter(Template.Container.class::isInstance).count();
    long alike = (text.length() - text.replace(RETRY, "").length()) / RETRY.length();
    if (alike != containers) {
      problems.add(
          "%d of %d containers are tried again as all should be".formatted(alike, containers));
    }
  }

  private void checkParameters() {
    for (Parameter parameter : workflow.parameters()) {
      if (!text.contains("{{workflow.parameters.%s}}".formatted(parameter.name()))) {
        problems.add("nothing uses the parameter '%s'".formatted(parameter.name()));
      }
      if (parameter.description().isEmpty()) {
        problems.add("the parameter '%s' has no description".formatted(parameter.name()));
      }
    }
  }

  /** kebab-case here is camelCase in Java and Helm, snake_case in Kubeflow, and back. */
  private void checkSpelling() {
    Stream<String> names =
        Stream.concat(
            workflow.parameters().stream().map(Parameter::name),
            workflow.templates().values().stream()
                .flatMap(it ->
                    Stream.concat(
                        it.inputs().stream().map(Parameter::name),
                        it.outputs().stream().map(Output::name))));
    Map<String, String> snakes = new HashMap<>();
    names.forEach(name -> {
      if (!name.matches("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*")) {
        problems.add("'%s' cannot be spelt in Java and Kubeflow".formatted(name));
      }
      String other = snakes.putIfAbsent(name.replace('-', '_'), name);
      if (other != null && !other.equals(name)) {
        problems.add("'%s' and '%s' are one name in Kubeflow".formatted(name, other));
      }
    });
  }
}
