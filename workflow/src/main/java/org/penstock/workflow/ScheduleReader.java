package org.penstock.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.config.ConfigNode;
import org.penstock.config.Problems;
import org.penstock.row.NearestName;

/** Makes a schedule of a CronWorkflow, whose arguments its template must know. */
final class ScheduleReader {

  private static final String SUFFIX = ".template.yaml";

  private final Problems problems;

  ScheduleReader(Problems problems) {
    this.problems = problems;
  }

  Schedule read(ConfigNode document, Path path) throws IOException {
    Problems none = new Problems(path.getFileName().toString()); // there is nothing to warn about
    Fields file = Fields.of(document, "File", "", problems, none);
    Optional<String> name =
        file.needChild("metadata", "Metadata").map(metadata -> metadata.need("name"));
    Optional<Fields> spec =
        file.needChild("spec", "CronSpec").flatMap(cron -> cron.needChild("workflowSpec", "Spec"));
    spec.ifPresent(it ->
        it.refuseAllBut(List.of("workflowTemplateRef", "arguments"), "state it in the template"));
    Optional<String> template =
        spec.flatMap(it -> it.needChild("workflowTemplateRef", "TemplateRef"))
            .map(reference -> reference.need("name"));
    problems.throwIfAny();
    return read(name.orElseThrow(), template.orElseThrow(), spec.orElseThrow(), path);
  }

  private Schedule read(String name, String template, Fields spec, Path path) throws IOException {
    Path file = path.resolveSibling(template + SUFFIX);
    if (!Files.isRegularFile(file)) {
      spec.problem(
          "workflowTemplateRef", "there is no %s beside this file".formatted(file.getFileName()));
      problems.throwIfAny();
    }

    WorkflowTemplate workflow = WorkflowTemplate.read(file);
    if (!workflow.name().equals(template)) {
      spec.problem(
          "workflowTemplateRef",
          "the template in %s is called '%s'".formatted(file.getFileName(), workflow.name()));
    }
    Map<String, String> arguments =
        spec.child("arguments", "Arguments").map(it -> arguments(it, workflow)).orElse(Map.of());
    problems.throwIfAny();
    return new Schedule(template, file, arguments, workflow.with(name, arguments));
  }

  private static Map<String, String> arguments(Fields fields, WorkflowTemplate workflow) {
    List<String> known = workflow.parameters().stream().map(Parameter::name).toList();
    Map<String, String> arguments = new LinkedHashMap<>();
    for (Fields argument : fields.children("parameters", "Parameter")) {
      String name = argument.need("name");
      Optional<String> value = argument.any("value");
      if (value.isEmpty()) {
        argument.problem("value", "missing");
      }
      if (!known.contains(name)) {
        argument.problem(
            "name",
            "the template has no parameter '%s'%s".formatted(name, NearestName.hint(name, known)));
      }
      workflow.parameters().stream()
          .filter(parameter -> parameter.name().equals(name) && !parameter.allows(value))
          .forEach(parameter ->
              argument.problem(
                  "value",
                  "expected one of %s, got '%s'".formatted(parameter.allowed(), value.orElse(""))));
      if (arguments.putIfAbsent(name, value.orElse("")) != null) {
        argument.problem("name", "'%s' stands here twice".formatted(name));
      }
    }
    return arguments;
  }
}
