package org.penstock.kubeflow;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One pipeline of Kubeflow.
 *
 * @param name as Kubeflow lists it
 * @param title for people
 * @param description for people
 * @param root its tasks
 * @param groups the components of several tasks
 * @param components the components of one program
 */
record Pipeline(
    String name,
    String title,
    String description,
    Group root,
    List<Group> groups,
    List<Component> components) {

  /** The version of the format, and the compiler whose dialect this is. */
  private static final String SCHEMA = "2.1.0";

  private static final String DIALECT = "kfp-2.17.0";

  Pipeline {
    requireNonNull(name, "name");
    requireNonNull(title, "title");
    requireNonNull(description, "description");
    requireNonNull(root, "root");
    groups = List.copyOf(groups);
    components = List.copyOf(components);
  }

  /** Returns the PipelineSpec. */
  Map<String, Object> toTree() {
    Map<String, Object> all = new TreeMap<>();
    groups.forEach(group -> all.put("comp-" + group.name(), group.toTree()));
    components.forEach(component -> all.put("comp-" + component.name(), component.toTree()));
    Map<String, Object> executors = new TreeMap<>();
    components.forEach(component -> executors.put(component.executor(), component.executorTree()));

    Map<String, Object> info = new LinkedHashMap<>();
    info.put("description", description);
    info.put("displayName", title);
    info.put("name", name);

    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("components", all);
    tree.put("deploymentSpec", Map.of("executors", executors));
    tree.put("pipelineInfo", info);
    tree.put("root", root.toTree());
    tree.put("schemaVersion", SCHEMA);
    tree.put("sdkVersion", DIALECT);
    return tree;
  }

  /** Returns the PlatformSpec: what only Kubernetes understands; empty if there is nothing. */
  Map<String, Object> platformTree() {
    Map<String, Object> executors = new TreeMap<>();
    for (Component component : components) {
      Map<String, Object> kubernetes = component.pod().toTree();
      if (!kubernetes.isEmpty()) {
        executors.put(component.executor(), kubernetes);
      }
    }
    return executors.isEmpty()
        ? Map.of()
        : Map.of(
            "platforms",
            Map.of("kubernetes", Map.of("deploymentSpec", Map.of("executors", executors))));
  }
}
