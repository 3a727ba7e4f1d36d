package org.penstock.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.penstock.workflow.Retry.Backoff;
import org.penstock.workflow.Retry.Policy;

/** Makes a template of the fields of one. */
final class TemplateReader {

  private static final Map<String, Policy> POLICIES =
      Map.of("Always", Policy.ALWAYS, "OnFailure", Policy.ON_FAILURE, "OnError", Policy.ON_ERROR);

  private final Fields fields;

  TemplateReader(Fields fields) {
    this.fields = fields;
  }

  Template read() {
    String name = fields.need("name");
    List<String> kinds = Stream.of("dag", "container", "suspend").filter(fields::has).toList();
    if (kinds.size() != 1) {
      fields.problem("", "expected one of dag, container and suspend, got " + kinds);
    }

    List<Parameter> inputs =
        fields.child("inputs", "Inputs").map(TemplateReader::parameters).orElse(List.of());
    List<Output> outputs = fields.child("outputs", "Outputs").map(this::outputs).orElse(List.of());
    if (kinds.equals(List.of("dag"))) {
      return dag(name, inputs, outputs);
    }
    if (kinds.equals(List.of("suspend"))) {
      Fields suspend = fields.child("suspend", "Suspend").orElseThrow();
      refuseRetry();
      return new Template.Suspend(name, inputs, outputs, suspend.time("duration"));
    }
    return container(name, inputs, outputs);
  }

  private Template dag(String name, List<Parameter> inputs, List<Output> outputs) {
    if (!inputs.isEmpty()) {
      fields.problem("inputs", "is not supported of a dag: read {{workflow.parameters.…}} instead");
    }
    if (!outputs.isEmpty()) {
      fields.problem(
          "outputs", "is not supported of a dag: the run has no outputs of its own here");
    }
    refuseRetry();
    Fields dag = fields.child("dag", "Dag").orElseThrow();
    List<Task> tasks = dag.children("tasks", "Task").stream().map(TemplateReader::task).toList();
    if (tasks.isEmpty()) {
      dag.problem("tasks", "expected at least one task");
    }
    return new Template.Dag(name, tasks);
  }

  private void refuseRetry() {
    if (fields.has("retryStrategy")) {
      fields.problem("retryStrategy", "is supported of a container only");
    }
  }

  private static Task task(Fields task) {
    var arguments = new LinkedHashMap<String, String>();
    task.child("arguments", "Arguments").stream()
        .flatMap(fields -> fields.children("parameters", "Parameter").stream())
        .forEach(parameter -> arguments.put(parameter.need("name"), argument(parameter)));
    if (task.has("depends") && task.has("dependencies")) {
      task.problem("depends", "expected either depends or dependencies, got both");
    }
    Optional<Expression> dependencies =
        task.texts("dependencies").stream()
            .<Expression>map(Expression.Word::new)
            .reduce(Expression.Both::new);
    return new Task(
        task.need("name"),
        task.need("template"),
        arguments,
        task.parsed("depends", Expression::parse).or(() -> dependencies),
        task.parsed("when", Expression::parse));
  }

  private static String argument(Fields parameter) {
    if (!parameter.has("value")) {
      parameter.problem("value", "missing");
    }
    return parameter.any("value").orElse("");
  }

  private Template container(String name, List<Parameter> inputs, List<Output> outputs) {
    Optional<Fields> container = fields.child("container", "Container");
    return new Template.Container(
        name,
        inputs,
        outputs,
        container.map(part -> part.need("image")).orElse(""),
        container.map(part -> part.texts("command")).orElse(List.of()),
        container.map(part -> part.texts("args")).orElse(List.of()),
        container.map(TemplateReader::environment).orElse(Map.of()),
        fields.child("retryStrategy", "RetryStrategy").map(TemplateReader::retry));
  }

  private static Map<String, String> environment(Fields container) {
    var environment = new LinkedHashMap<String, String>();
    for (Fields variable : container.children("env", "Env")) {
      String name = variable.need("name");
      if (!variable.has("valueFrom")) {
        environment.put(name, variable.text("value").orElse(""));
      }
    }
    return environment;
  }

  private static Retry retry(Fields retry) {
    Optional<Expression> expression = retry.parsed("expression", Expression::parse);
    Policy implied = expression.isPresent() ? Policy.ALWAYS : Policy.ON_FAILURE;
    Optional<Fields> backoff = retry.child("backoff", "Backoff");
    return new Retry(
        retry.parsed("limit", TemplateReader::count).orElse(Integer.MAX_VALUE),
        retry.parsed("retryPolicy", TemplateReader::policy).orElse(implied),
        expression,
        new Backoff(
            backoff.flatMap(fields -> fields.time("duration")).orElse(Duration.ZERO),
            backoff.flatMap(fields -> fields.parsed("factor", TemplateReader::count)).orElse(1),
            backoff.flatMap(fields -> fields.time("cap")),
            backoff.flatMap(fields -> fields.time("maxDuration"))));
  }

  private static int count(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "expected a whole number, at least 0, got '%s'".formatted(text));
    }
    return Integer.parseInt(text);
  }

  private static Policy policy(String text) {
    if (!POLICIES.containsKey(text)) {
      throw new IllegalArgumentException(
          "expected Always, OnFailure or OnError, got '%s'".formatted(text));
    }
    return POLICIES.get(text);
  }

  /** Returns the parameters of {@code Arguments} or {@code Inputs}. */
  static List<Parameter> parameters(Fields arguments) {
    var parameters = new ArrayList<Parameter>();
    for (Fields parameter : arguments.children("parameters", "Parameter")) {
      parameters.add(
          new Parameter(
              parameter.need("name"),
              parameter.any("value").or(() -> parameter.any("default")),
              parameter.texts("enum"),
              parameter.text("description").orElse("")));
    }
    return parameters;
  }

  private List<Output> outputs(Fields outputs) {
    return outputs.children("parameters", "Output").stream().map(this::output).toList();
  }

  private Output output(Fields output) {
    String name = output.need("name");
    Optional<Fields> from = output.child("valueFrom", "ValueFrom");
    Optional<String> path = from.flatMap(fields -> fields.text("path"));
    boolean suspend = fields.has("suspend");
    if (suspend && !from.filter(fields -> fields.has("supplied")).isPresent()) {
      output.problem("valueFrom", "expected 'supplied: {}', since a suspend writes no file");
    }
    if (!suspend && path.filter(Output::isInDirectory).isEmpty()) {
      output.problem(
          "valueFrom",
          "expected a path below %s/, got '%s'".formatted(Output.DIRECTORY, path.orElse("")));
    }
    return new Output(name, path, from.flatMap(fields -> fields.any("default")));
  }
}
