package org.penstock.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.penstock.config.ConfigNode;
import org.penstock.workflow.Parameter;
import org.penstock.workflow.WorkflowTemplate;

/** A schedule runs a template that exists, with parameters that it has, and never two at once. */
final class ArgoScheduleChecks {

  private final ConfigNode document;
  private final List<String> problems;

  ArgoScheduleChecks(ConfigNode document, List<String> problems) {
    this.document = document;
    this.problems = problems;
  }

  void check(Path file) throws IOException {
    String name = Yaml.text(document, "spec.workflowSpec.workflowTemplateRef.name");
    if (!file.getFileName().toString().equals(name + ".cron.yaml")) {
      problems.add("the file is not called like the template '%s' that it runs".formatted(name));
    }
    if (Yaml.texts(document, "spec.schedules").isEmpty()) {
      problems.add("there are no schedules");
    }
    expect("spec.timezone", "UTC");
    expect("spec.concurrencyPolicy", "Forbid");
    expect("spec.suspend", "true");
    for (String path :
        List.of(
            "spec.startingDeadlineSeconds",
            "spec.successfulJobsHistoryLimit",
            "spec.failedJobsHistoryLimit",
            "spec.stopStrategy.expression")) {
      if (Yaml.text(document, path).isEmpty()) {
        problems.add(path + " is missing");
      }
    }

    Path template = Checkout.at("pipelines/argo").resolve(name + ".yaml");
    if (!Files.exists(template)) {
      problems.add("there is no template '%s'".formatted(name));
      return;
    }
    List<String> known =
        WorkflowTemplate.read(template).parameters().stream().map(Parameter::name).toList();
    Yaml.items(document, "spec.workflowSpec.arguments.parameters").stream()
        .map(it -> Yaml.text(it, "name"))
        .filter(it -> !known.contains(it))
        .forEach(it -> problems.add("'%s' has no parameter '%s'".formatted(name, it)));
  }

  private void expect(String path, String value) {
    if (!Yaml.text(document, path).equals(value)) {
      problems.add("%s is not %s".formatted(path, value));
    }
  }
}
