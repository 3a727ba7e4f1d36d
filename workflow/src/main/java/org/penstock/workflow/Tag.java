package org.penstock.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between {@code {{} and {@code }}} and is replaced when a run knows it. */
public sealed interface Tag {

  /** {@code workflow.parameters.NAME}. */
  record WorkflowParameter(String name) implements Tag {}

  /**
   * {@code workflow.name}, {@code workflow.uid}, and in the exit handler {@code workflow.status}
   * and {@code workflow.failures}.
   */
  record WorkflowField(String name) implements Tag {

    /** Returns whether only the exit handler knows it. */
    boolean isKnownAtTheEnd() {
      return AT_THE_END.contains(name);
    }
  }

  /** What is known when all but the exit handler is done. */
  List<String> AT_THE_END = List.of("status", "failures");

  /** {@code inputs.parameters.NAME}. */
  record Input(String name) implements Tag {}

  /** {@code tasks.TASK.outputs.parameters.NAME}. */
  record TaskOutput(String task, String name) implements Tag {}

  Pattern PLACE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
  Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  /**
   * Returns the tags of {@code text} in their order.
   *
   * @throws IllegalArgumentException if one is not of the subset
   */
  static List<Tag> in(String text) {
    var tags = new ArrayList<Tag>();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      tags.add(parse(place.group(1)));
    }
    if (place.replaceAll("").contains("{{")) {
      throw new IllegalArgumentException("'{{' without '}}' in '%s'".formatted(text));
    }
    return tags;
  }

  /** Returns {@code text} with every tag replaced by its value. */
  static String replace(String text, Function<Tag, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(values.apply(parse(place.group(1)))));
  }

  private static Tag parse(String inner) {
    if (inner.startsWith("=")) {
      throw new IllegalArgumentException(
          "'{{%s}}': expression tags are outside of the subset".formatted(inner));
    }

    List<String> words = List.of(inner.strip().split("\\.", -1));
    if (words.size() == 3 && inner.strip().startsWith("workflow.parameters.") && named(words, 2)) {
      return new WorkflowParameter(words.get(2));
    }
    if (words.size() == 3 && inner.strip().startsWith("inputs.parameters.") && named(words, 2)) {
      return new Input(words.get(2));
    }
    if (inner.strip().matches("workflow\\.(name|uid|status|failures)")) {
      return new WorkflowField(words.get(1));
    }
    if (words.size() == 5
        && words.get(0).equals("tasks")
        && words.subList(2, 4).equals(List.of("outputs", "parameters"))
        && named(words, 1)
        && named(words, 4)) {
      return new TaskOutput(words.get(1), words.get(4));
    }
    throw new IllegalArgumentException(
        "'{{%s}}' is none of workflow.parameters.X, workflow.name, workflow.uid, workflow.status, workflow.failures, inputs.parameters.X, tasks.X.outputs.parameters.Y"
            .formatted(inner));
  }

  private static boolean named(List<String> words, int index) {
    return NAME.matcher(words.get(index)).matches();
  }

  /** Returns the tag as it is written. */
  default String text() {
    return switch (this) {
      case WorkflowParameter(String name) -> "{{workflow.parameters.%s}}".formatted(name);
      case WorkflowField(String name) -> "{{workflow.%s}}".formatted(name);
      case Input(String name) -> "{{inputs.parameters.%s}}".formatted(name);
      case TaskOutput(String task, String name) ->
          "{{tasks.%s.outputs.parameters.%s}}".formatted(task, name);
    };
  }
}
