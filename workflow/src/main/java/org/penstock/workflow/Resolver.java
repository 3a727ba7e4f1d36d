package org.penstock.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces tags from what a run knows by now.
 *
 * @param state of the run
 * @param inputs of the node
 * @param status of the run, for the exit handler
 */
record Resolver(RunState state, Map<String, String> inputs, String status)
    implements Expression.Scope {

  /** What the expression of a retry may mention. */
  static final List<String> LAST_RETRY =
      List.of("lastRetry.exitCode", "lastRetry.status", "lastRetry.duration", "lastRetry.message");

  @Override
  public String replace(String text) {
    return Tag.replace(text, this::value);
  }

  private String value(Tag tag) {
    return switch (tag) {
      case Tag.WorkflowParameter(String name) -> known(tag, state.parameters(), name);
      case Tag.WorkflowField(String name) ->
          switch (name) {
            case "name" -> state.name();
            case "uid" -> state.uid();
            case "failures" -> Failures.of(state);
            default -> status;
          };
      case Tag.Input(String name) -> known(tag, inputs, name);
      case Tag.TaskOutput(String task, String name) ->
          known(tag, state.nodes().get(task).outputs(), name);
    };
  }

  private static String known(Tag tag, Map<String, String> values, String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalArgumentException(tag.text() + " has no value"));
  }

  /** In {@code when} a word is a text that nobody quoted. */
  @Override
  public Object word(String name) {
    return name;
  }

  /** Returns the scope of {@code depends}, in which words are tasks and their outcomes. */
  static Expression.Scope outcomes(Function<String, NodePhase> phases) {
    return new Words(word -> {
      Dependency dependency = Dependency.parse(word);
      return dependency.isMetBy(phases.apply(dependency.task()));
    });
  }

  /** Returns the scope of the expression of a retry. */
  static Expression.Scope lastRetry(Attempt attempt) {
    return new Words(word ->
        switch (word) {
          case "lastRetry.exitCode" -> String.valueOf(attempt.exitCode().orElse(-1));
          case "lastRetry.status" -> attempt.phase() == NodePhase.ERROR ? "Error" : "Failed";
          case "lastRetry.duration" -> String.valueOf(attempt.duration().toSeconds());
          case "lastRetry.message" -> attempt.message();
          default -> throw new IllegalArgumentException("there is no '%s'".formatted(word));
        });
  }

  private record Words(Function<String, Object> values) implements Expression.Scope {

    @Override
    public Object word(String name) {
      return values.apply(name);
    }

    @Override
    public String replace(String text) {
      return text;
    }
  }
}
