package org.penstock.kubeflow;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.penstock.workflow.Expression;
import org.penstock.workflow.Task;
import org.penstock.workflow.Template;

/**
 * The tasks of a workflow before and behind the one that waits for a person.
 *
 * @param before all that do not wait for the gate
 * @param gate the suspend task; empty: nobody is waited for
 * @param behind those that wait for the gate, themselves or through others
 */
record Halves(List<Task> before, Optional<Task> gate, List<Task> behind) {

  Halves {
    requireNonNull(gate, "gate");
    before = List.copyOf(before);
    behind = List.copyOf(behind);
  }

  /** Parts {@code file}; a second gate is told. */
  static Halves of(ArgoFile file) {
    List<Task> tasks = file.workflow().tasks();
    List<Task> gates = tasks.stream().filter(task -> isSuspend(file, task)).toList();
    gates.stream()
        .skip(1)
        .forEach(gate ->
            file.place(gate)
                .child("template")
                .refuse(
                    "a second wait for a person: Kubeflow has none, so that there are two pipelines and no third"));
    if (gates.isEmpty()) {
      return new Halves(tasks, Optional.empty(), List.of());
    }

    Task gate = gates.getFirst();
    Set<String> behind = new HashSet<>(Set.of(gate.name()));
    boolean grown = true;
    while (grown) {
      grown =
          behind.addAll(
              tasks.stream()
                  .filter(task -> awaited(task).stream().anyMatch(behind::contains))
                  .map(Task::name)
                  .toList());
    }
    return new Halves(
        tasks.stream().filter(task -> !behind.contains(task.name())).toList(),
        Optional.of(gate),
        tasks.stream()
            .filter(task -> behind.contains(task.name()) && !isSuspend(file, task))
            .toList());
  }

  private static boolean isSuspend(ArgoFile file, Task task) {
    return file.workflow().templates().get(task.template()) instanceof Template.Suspend;
  }

  /** Returns the names of the tasks that {@code task} waits for. */
  static List<String> awaited(Task task) {
    return words(task).stream().map(word -> word.replaceFirst("\\..*", "")).toList();
  }

  /** Returns the words of {@code depends}: a task each, perhaps with an outcome. */
  static List<String> words(Task task) {
    return task.depends().stream()
        .flatMap(Expression::parts)
        .filter(Expression.Word.class::isInstance)
        .map(part -> ((Expression.Word) part).name())
        .toList();
  }
}
