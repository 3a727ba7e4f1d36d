package org.penstock.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.penstock.config.ConfigNode;
import org.penstock.config.InvalidConfigException;
import org.penstock.workflow.WorkflowTemplate;

/** Everything that is wrong with a file of pipelines/argo, one sentence each. */
final class ArgoChecks {

  /** Words of Argo 3 that Argo 4 no longer knows, and what it has instead. */
  private static final List<String> GONE = List.of("schedule", "mutex", "semaphore", "podPriority");

  private ArgoChecks() {}

  static List<String> problems(Path file) throws IOException {
    String text = Files.readString(file);
    ConfigNode document;
    try {
      document = Checkout.read(file);
    } catch (InvalidConfigException e) {
      return e.problems();
    }

    List<String> problems = new ArrayList<>();
    header(text, problems);
    Yaml.keys(document)
        .filter(GONE::contains)
        .forEach(key -> problems.add("'%s' is gone in Argo 4".formatted(key)));
    if (Yaml.text(document, "kind").equals("CronWorkflow")) {
      new ArgoScheduleChecks(document, problems).check(file);
      return problems;
    }

    new ArgoConfinementChecks(document, problems).check();
    try {
      WorkflowTemplate workflow = WorkflowTemplate.read(file);
      workflow.warnings().forEach(problems::add);
      if (!file.getFileName().toString().matches(workflow.name() + "(\\.template)?\\.yaml")) {
        problems.add("the file is not called like the workflow '%s'".formatted(workflow.name()));
      }
      new ArgoProgramChecks(workflow, problems).check();
      new ArgoFlowChecks(workflow, text, problems).check();
    } catch (InvalidConfigException e) {
      problems.addAll(e.problems());
    }
    return problems;
  }

  private static void header(String text, List<String> problems) {
    List<String> comment = text.lines().takeWhile(line -> line.startsWith("#")).toList();
    for (String told : List.of("──>", "On a cluster:", "On a laptop:")) {
      if (comment.stream().noneMatch(line -> line.contains(told))) {
        problems.add("the comment at the beginning has no '%s'".formatted(told));
      }
    }
  }
}
