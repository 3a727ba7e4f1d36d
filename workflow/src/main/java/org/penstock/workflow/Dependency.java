package org.penstock.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.penstock.row.NearestName;

/**
 * One word of {@code depends}: a task, and how it must have ended.
 *
 * @param task it waits for
 * @param outcome one of Argo's words; empty: succeeded, or skipped, by Argo's rule for a task alone
 */
record Dependency(String task, String outcome) {

  private static final Map<String, Set<NodePhase>> OUTCOMES =
      Map.of(
          "", Set.of(NodePhase.SUCCEEDED, NodePhase.SKIPPED),
          "Succeeded", Set.of(NodePhase.SUCCEEDED),
          "Failed", Set.of(NodePhase.FAILED),
          "Errored", Set.of(NodePhase.ERROR),
          "Skipped", Set.of(NodePhase.SKIPPED),
          "Omitted", Set.of(NodePhase.OMITTED));

  /** Returns what {@code word} says. */
  static Dependency parse(String word) {
    int dot = word.indexOf('.');
    return dot < 0
        ? new Dependency(word, "")
        : new Dependency(word.substring(0, dot), word.substring(dot + 1));
  }

  /** Returns whom {@code task} waits for, in the order of its expression. */
  static List<Dependency> of(Task task) {
    return task.depends().stream()
        .flatMap(Expression::parts)
        .filter(Expression.Word.class::isInstance)
        .map(part -> parse(((Expression.Word) part).name()))
        .distinct()
        .toList();
  }

  /** Returns what is wrong with the outcome. */
  Optional<String> problem() {
    return OUTCOMES.containsKey(outcome)
        ? Optional.empty()
        : Optional.of(
            "there is no outcome '%s'%s"
                .formatted(
                    outcome,
                    NearestName.hint(
                        outcome,
                        OUTCOMES.keySet().stream().filter(name -> !name.isEmpty()).toList())));
  }

  /** Returns whether a task that ended in {@code phase} is what this waits for. */
  boolean isMetBy(NodePhase phase) {
    return OUTCOMES.get(outcome).contains(phase);
  }
}
