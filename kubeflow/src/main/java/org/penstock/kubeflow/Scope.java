package org.penstock.kubeflow;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where the tasks of a conditional group take values from: from one another, or from an input of
 * the group, of which there is one for each value from outside.
 */
final class Scope implements UnaryOperator<Source> {

  private final Set<String> tasks;
  private final UnaryOperator<Source> outer;
  private final Map<String, Source> passed = new LinkedHashMap<>();

  /**
   * @param tasks whose outputs are at hand
   * @param outer where the group itself takes values from
   */
  Scope(Set<String> tasks, UnaryOperator<Source> outer) {
    this.tasks = Set.copyOf(tasks);
    this.outer = requireNonNull(outer, "outer");
  }

  /** Returns what {@code source} is called within the group. */
  @Override
  public Source apply(Source source) {
    boolean isAtHand =
        switch (source) {
          case Source.Constant _ -> true;
          case Source.TaskOutput(String task, String _) -> tasks.contains(task);
          case Source.GroupInput _, Source.FinalStatus _ -> false;
        };
    return isAtHand ? source : new Source.GroupInput(pass(source));
  }

  /** Gives {@code source} to the group, and returns the name it has there. */
  String pass(Source source) {
    Source given = outer.apply(source);
    String name =
        switch (given) {
          case Source.GroupInput(String input) -> input;
          // The spelling by which the local runner of Kubeflow finds the output.
          case Source.TaskOutput(String task, String output) ->
              "pipelinechannel--%s--%s".formatted(task, output);
          case Source.Constant(String text) ->
              throw new IllegalArgumentException(
                  "a condition of Kubeflow compares parameters, not '%s'".formatted(text));
          case Source.FinalStatus _ ->
              throw new IllegalArgumentException("a condition cannot know how the run ends");
        };
    passed.put(name, given);
    return name;
  }

  /** Returns the inputs of the group, and where it takes them from. */
  Map<String, Source> passed() {
    return Collections.unmodifiableMap(passed);
  }
}
