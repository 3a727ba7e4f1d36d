package org.penstock.kubeflow;

import static org.penstock.kubeflow.PipelineFile.at;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the definitions of Kubeflow cannot say: that every name a pipeline mentions exists, that
 * types agree, and that no task waits for itself.
 */
final class PipelineStructure {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{\\$\\.(inputs|outputs)\\.parameters\\['([^']+)']");
  private static final Pattern OPERAND = Pattern.compile("inputs\\.parameter_values\\['([^']+)']");

  private final PipelineFile file;
  private final Map<String, Object> components;
  private final Map<String, Object> executors;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  private PipelineStructure(PipelineFile file) {
    this.file = file;
    this.components = at(file.pipeline(), "components");
    this.executors = at(file.pipeline(), "deploymentSpec", "executors");
  }

  /** Returns what is wrong with {@code file}, a sentence each. */
  static List<String> problems(PipelineFile file) {
    var structure = new PipelineStructure(file);
    structure.check();
    return structure.problems;
  }

  private void check() {
    group("root", at(file.pipeline(), "root"));
    components.keySet().forEach(this::component);
    components.keySet().stream()
        .filter(name -> !used.contains(name))
        .forEach(name -> problems.add(name + " is used by no task"));
    file.executors().keySet().stream()
        .filter(name -> !executors.containsKey(name))
        .forEach(name ->
            problems.add("the platform speaks of %s, which is no executor".formatted(name)));
  }

  private void component(String name) {
    Map<String, Object> component = at(components, name);
    if (component.containsKey("dag")) {
      group(name, component);
    } else if (!executors.containsKey(component.get("executorLabel"))) {
      problems.add(
          "%s runs %s, which is no executor".formatted(name, component.get("executorLabel")));
    } else {
      program(name, component);
    }
  }

  private void program(String name, Map<String, Object> component) {
    Map<String, Object> container =
        at(executors, component.get("executorLabel").toString(), "container");
    Set<String> written = new HashSet<>();
    for (String key : List.of("command", "args")) {
      for (Object word : (List<?>) container.getOrDefault(key, List.of())) {
        Matcher placeholder = PLACEHOLDER.matcher(word.toString());
        while (placeholder.find()) {
          written.add(placeholder.group(1) + "." + placeholder.group(2));
        }
      }
    }
    Set<String> defined = new HashSet<>();
    inputs(component).keySet().forEach(input -> defined.add("inputs." + input));
    outputs(component).keySet().forEach(output -> defined.add("outputs." + output));
    differ(name + " mentions %s, which is not defined", written, defined);
    differ(name + " does not mention %s", defined, written);
    String image = container.getOrDefault("image", "").toString();
    if (!image.matches("[^{}]+(@sha256:[0-9a-f]{64}|:[\\w][\\w.-]*)")
        || image.endsWith(":latest")) {
      problems.add("%s: image '%s' can move".formatted(name, image));
    }
  }

  private void differ(String sentence, Set<String> some, Set<String> others) {
    some.stream()
        .filter(it -> !others.contains(it))
        .sorted()
        .forEach(it -> problems.add(sentence.formatted(it)));
  }

  private void group(String name, Map<String, Object> group) {
    Map<String, Object> tasks = at(group, "dag", "tasks");
    tasks.keySet().forEach(task -> task("%s/%s".formatted(name, task), at(tasks, task), group));
    Map<String, Object> yields = at(group, "dag", "outputs", "parameters");
    for (String output : yields.keySet()) {
      Map<String, Object> from = at(yields, output, "valueFromParameter");
      String type = outputType(tasks, from.get("producerSubtask"), from.get("outputParameterKey"));
      agree("%s yields %s".formatted(name, output), type, typeOf(at(outputs(group), output)));
    }
    differ(
        name + " does not say where its output %s comes from",
        outputs(group).keySet(),
        yields.keySet());
    tasks.keySet().stream()
        .filter(task -> reaches(tasks, task, task, new HashSet<>()))
        .forEach(task -> problems.add("%s/%s waits for itself".formatted(name, task)));
  }

  private static boolean reaches(
      Map<String, Object> tasks, String from, String to, Set<Object> seen) {
    return awaited(at(tasks, from)).stream()
        .filter(tasks::containsKey)
        .anyMatch(next -> next.equals(to) || seen.add(next) && reaches(tasks, next, to, seen));
  }

  private static List<String> awaited(Map<String, Object> task) {
    return ((List<?>) task.getOrDefault("dependentTasks", List.of()))
        .stream().map(Object::toString).toList();
  }

  private void task(String place, Map<String, Object> task, Map<String, Object> group) {
    Map<String, Object> tasks = at(group, "dag", "tasks");
    String name = String.valueOf(at(task, "componentRef").get("name"));
    used.add(name);
    if (!components.containsKey(name)) {
      problems.add("%s runs %s, which is no component".formatted(place, name));
      return;
    }

    differ(
        place + " waits for %s, which is no task beside it",
        Set.copyOf(awaited(task)),
        tasks.keySet());
    Map<String, Object> wanted = inputs(at(components, name));
    Map<String, Object> given = at(task, "inputs", "parameters");
    differ(place + " is given %s, which is no input", given.keySet(), wanted.keySet());
    wanted.keySet().stream()
        .filter(input -> !given.containsKey(input) && !at(wanted, input).containsKey("isOptional"))
        .forEach(input -> problems.add("%s is not given %s".formatted(place, input)));
    given.keySet().stream()
        .filter(wanted::containsKey)
        .forEach(input ->
            agree(
                "%s takes %s".formatted(place, input),
                sourceType(place, at(given, input), task, group),
                typeOf(at(wanted, input))));
    Matcher operand =
        OPERAND.matcher(at(task, "triggerPolicy").getOrDefault("condition", "").toString());
    while (operand.find()) {
      if (!given.containsKey(operand.group(1))) {
        problems.add("%s asks for %s, which is no input of it".formatted(place, operand.group(1)));
      }
    }
  }

  private String sourceType(
      String place,
      Map<String, Object> source,
      Map<String, Object> task,
      Map<String, Object> group) {
    if (source.containsKey("runtimeValue")) {
      return "STRING";
    }
    if (source.get("componentInputParameter") instanceof String input) {
      return typeOf(at(inputs(group), input));
    }
    String kind = source.containsKey("taskFinalStatus") ? "taskFinalStatus" : "taskOutputParameter";
    Object producer = at(source, kind).get("producerTask");
    if (!awaited(task).contains(producer)
        && !reachesAny(at(group, "dag", "tasks"), awaited(task), String.valueOf(producer))) {
      problems.add("%s takes from %s, which it does not wait for".formatted(place, producer));
    }
    return kind.equals("taskFinalStatus")
        ? "TASK_FINAL_STATUS"
        : outputType(
            at(group, "dag", "tasks"), producer, at(source, kind).get("outputParameterKey"));
  }

  private static boolean reachesAny(Map<String, Object> tasks, List<String> from, String to) {
    return from.stream().anyMatch(task -> reaches(tasks, task, to, new HashSet<>()));
  }

  private String outputType(Map<String, Object> tasks, Object producer, Object output) {
    String component =
        String.valueOf(at(tasks, String.valueOf(producer), "componentRef").get("name"));
    return typeOf(at(outputs(at(components, component)), String.valueOf(output)));
  }

  private void agree(String what, String found, String wanted) {
    if (!found.equals(wanted)) {
      problems.add("%s: it is %s, expected %s".formatted(what, found, wanted));
    }
  }

  private static String typeOf(Map<String, Object> definition) {
    return definition.getOrDefault("parameterType", "nowhere").toString();
  }

  private static Map<String, Object> inputs(Map<String, Object> component) {
    return at(component, "inputDefinitions", "parameters");
  }

  private static Map<String, Object> outputs(Map<String, Object> component) {
    return at(component, "outputDefinitions", "parameters");
  }
}
