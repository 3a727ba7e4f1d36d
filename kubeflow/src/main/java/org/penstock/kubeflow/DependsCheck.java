package org.penstock.kubeflow;

import java.util.List;
import org.penstock.workflow.Expression;
import org.penstock.workflow.Task;
import org.penstock.workflow.Template;

/** Tells every way of waiting for a task that Kubeflow does not know. */
final class DependsCheck {

  private final ArgoFile file;

  DependsCheck(ArgoFile file) {
    this.file = file;
  }

  void check() {
    file.workflow().tasks().forEach(this::check);
  }

  private void check(Task task) {
    ArgoNode place = file.place(task).child("depends");
    boolean all =
        task.depends().stream()
            .flatMap(Expression::parts)
            .allMatch(part -> part instanceof Expression.Word || part instanceof Expression.Both);
    if (!all) {
      place.refuse("Kubeflow waits for all of several tasks; only '&&' can be said");
    }
    Halves.words(task).stream()
        .filter(word -> word.contains(".") && !word.endsWith(".Succeeded"))
        .forEach(word -> place.refuse("'%s': Kubeflow waits for success only".formatted(word)));
    List<String> awaited = Halves.awaited(task).stream().distinct().toList();
    if (awaited.size() == 1 && !isGate(task)) {
      return; // it is skipped with the one it waits for, within one group
    }
    awaited.stream()
        .filter(this::mayBeSkipped)
        .forEach(name ->
            place.refuse(
                "'%s' may be skipped, and Kubeflow would start what waits for it all the same; move the condition into the step"
                    .formatted(name)));
  }

  /** A gate may be skipped: its condition is that of what is behind it. */
  private boolean mayBeSkipped(String name) {
    Task task = file.task(name);
    return !isGate(task) && task.when().isPresent();
  }

  private boolean isGate(Task task) {
    return file.workflow().templates().get(task.template()) instanceof Template.Suspend;
  }
}
