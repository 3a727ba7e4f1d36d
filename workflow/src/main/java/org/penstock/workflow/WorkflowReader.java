package org.penstock.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.config.ConfigNode;
import org.penstock.config.Problems;

/**
 * Makes a workflow of a file. What is wrong is told, and something of the kind stands in its place,
 * so that the rest can be checked.
 */
final class WorkflowReader {

  /** A template, and where it stands. */
  record Placed(Template template, String path) {}

  private final Problems problems;
  private final Problems warnings;

  WorkflowReader(Problems problems, Problems warnings) {
    this.problems = problems;
    this.warnings = warnings;
  }

  WorkflowTemplate read(ConfigNode document) {
    Fields file = Fields.of(document, "File", "", problems, warnings);
    expect(file, "apiVersion", List.of("argoproj.io/v1alpha1"));
    expect(file, "kind", List.of("WorkflowTemplate", "ClusterWorkflowTemplate", "Workflow"));
    Optional<Fields> metadata = file.needChild("metadata", "Metadata");
    Optional<Fields> spec = file.needChild("spec", "Spec");
    spec.filter(fields -> fields.has("workflowTemplateRef"))
        .ifPresent(fields ->
            fields.problem(
                "workflowTemplateRef",
                "is not supported here but in a CronWorkflow: run the file of the template itself"));
    var templates = new ArrayList<Placed>();
    spec.stream()
        .flatMap(fields -> fields.children("templates", "Template").stream())
        .map(fields -> new Placed(new TemplateReader(fields).read(), fields.path()))
        .forEach(templates::add);
    spec.flatMap(fields -> fields.child("templateDefaults", "Template"))
        .ifPresent(WorkflowReader::defaults);

    Map<String, Template> byName = new LinkedHashMap<>();
    templates.forEach(placed -> byName.putIfAbsent(placed.template().name(), placed.template()));
    var workflow =
        new WorkflowTemplate(
            metadata.map(WorkflowReader::name).orElse(""),
            spec.map(fields -> fields.need("entrypoint")).orElse(""),
            spec.flatMap(fields -> fields.child("arguments", "Arguments"))
                .map(arguments -> TemplateReader.parameters(arguments))
                .orElse(List.of()),
            byName,
            spec.flatMap(fields -> fields.text("onExit")),
            warnings.sentences());
    new WorkflowChecks(document, problems, workflow, templates).check();
    return workflow;
  }

  private static void expect(Fields fields, String name, List<String> expected) {
    String actual = fields.need(name);
    if (!actual.isEmpty() && !expected.contains(actual)) {
      fields.problem(
          name, "expected %s, got '%s'".formatted(String.join(" or ", expected), actual));
    }
  }

  private static String name(Fields metadata) {
    return metadata.has("name") || !metadata.has("generateName")
        ? metadata.need("name")
        : metadata.need("generateName");
  }

  private static void defaults(Fields defaults) {
    defaults.refuseHonoured(List.of("container"));
    defaults
        .child("container", "Container")
        .ifPresent(container -> container.refuseHonoured(List.of()));
  }
}
