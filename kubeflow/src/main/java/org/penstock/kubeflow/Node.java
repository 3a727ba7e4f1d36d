package org.penstock.kubeflow;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.workflow.Retry;

/**
 * One task of a group.
 *
 * @param name unique in its group
 * @param component what it runs, without {@code comp-}
 * @param after the tasks it waits for
 * @param inputs input name to where it comes from
 * @param retry when it is tried again; empty: never
 * @param trigger on what it runs once it may
 */
record Node(
    String name,
    String component,
    List<String> after,
    Map<String, Source> inputs,
    Optional<Retry> retry,
    Trigger trigger) {

  /** On what a task runs. */
  sealed interface Trigger {

    /** Those it waits for succeeded. */
    record Success() implements Trigger {}

    /** And {@code expression} holds, in CEL over the inputs of the task. */
    record Condition(String expression) implements Trigger {}

    /** Those it waits for ended, in whatever way. */
    record AnyEnd() implements Trigger {}
  }

  Node {
    requireNonNull(name, "name");
    requireNonNull(component, "component");
    requireNonNull(retry, "retry");
    requireNonNull(trigger, "trigger");
    after = List.copyOf(after);
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }

  Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    // Its key is made of names and tags of images; Penstock's own cache goes by content.
    tree.put("cachingOptions", Map.of("enableCache", false));
    tree.put("componentRef", Map.of("name", "comp-" + component));
    if (!after.isEmpty()) {
      tree.put("dependentTasks", after);
    }
    if (!inputs.isEmpty()) {
      Map<String, Object> sources = new LinkedHashMap<>();
      inputs.forEach((input, source) -> sources.put(input, source.toTree()));
      tree.put("inputs", Map.of("parameters", sources));
    }
    retry.ifPresent(policy -> tree.put("retryPolicy", toTree(policy)));
    tree.put("taskInfo", Map.of("name", name));
    switch (trigger) {
      case Trigger.Success() -> {}
      case Trigger.Condition(String expression) ->
          tree.put("triggerPolicy", Map.of("condition", expression));
      case Trigger.AnyEnd() ->
          tree.put("triggerPolicy", Map.of("strategy", "ALL_UPSTREAM_TASKS_COMPLETED"));
    }
    return tree;
  }

  private static Map<String, Object> toTree(Retry retry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Retry.Backoff backoff = retry.backoff();
    tree.put("backoffDuration", backoff.duration().toSeconds() + "s");
    tree.put("backoffFactor", backoff.factor());
    backoff
        .maxDuration()
        .ifPresent(longest -> tree.put("backoffMaxDuration", longest.toSeconds() + "s"));
    tree.put("maxRetryCount", retry.limit());
    return tree;
  }
}
