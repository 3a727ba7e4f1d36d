package org.penstock.cluster;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A run to start. It gives arguments only, which is all that clusters allow that hold submitters to
 * their templates.
 *
 * @param name of the Workflow
 * @param template of the WorkflowTemplate
 * @param parameters those that differ from the template's own
 */
public record NewRun(String name, String template, Map<String, String> parameters) {

  private static final Map<String, String> OURS = Map.of("app.kubernetes.io/part-of", "penstock");

  public NewRun {
    requireNonNull(name, "name");
    requireNonNull(template, "template");
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Returns it under another name. */
  public NewRun named(String other) {
    return new NewRun(other, template, parameters);
  }

  Tree workflow() {
    Map<String, Object> workflow = new LinkedHashMap<>();
    workflow.put("apiVersion", Kind.WORKFLOW.apiVersion());
    workflow.put("kind", Kind.WORKFLOW.word());
    workflow.put("metadata", Map.of("name", name, "labels", OURS));
    workflow.put(
        "spec",
        Map.of(
            "workflowTemplateRef",
            Map.of("name", template),
            "arguments",
            Map.of(
                "parameters",
                parameters.entrySet().stream()
                    .map(entry -> Map.of("name", entry.getKey(), "value", entry.getValue()))
                    .toList())));
    return new Tree(workflow);
  }

  /** Returns the Workflow in YAML. */
  public String toYaml() {
    return Serialization.asYaml(workflow().fields());
  }
}
