package org.penstock.kubeflow;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program in a container.
 *
 * @param name of the template it is made of
 * @param description one sentence, may be empty
 * @param image by digest or by a tag that does not move
 * @param command the words before the arguments
 * @param args with placeholders of Kubeflow
 * @param env variables, with placeholders of Kubeflow
 * @param pod what its pod gets besides
 */
record Component(
    String name,
    String description,
    List<Port> inputs,
    List<Port> outputs,
    String image,
    List<String> command,
    List<String> args,
    Map<String, String> env,
    Pod pod) {

  Component {
    requireNonNull(name, "name");
    requireNonNull(description, "description");
    requireNonNull(image, "image");
    requireNonNull(pod, "pod");
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    command = List.copyOf(command);
    args = List.copyOf(args);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
  }

  String executor() {
    return "exec-" + name;
  }

  Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("executorLabel", executor());
    if (!inputs.isEmpty()) {
      tree.put("inputDefinitions", Tree.parameters(inputs));
    }
    if (!outputs.isEmpty()) {
      tree.put("outputDefinitions", Tree.parameters(outputs));
    }
    return tree;
  }

  /** Returns what the executor of this component is. */
  Map<String, Object> executorTree() {
    Map<String, Object> container = new LinkedHashMap<>();
    container.put("args", args);
    container.put("command", command);
    if (!env.isEmpty()) {
      container.put(
          "env",
          env.entrySet().stream()
              .map(variable -> Tree.of("name", variable.getKey(), "value", variable.getValue()))
              .toList());
    }
    container.put("image", image);
    if (!pod.resources().isEmpty()) {
      container.put("resources", pod.resources());
    }
    return Map.of("container", container);
  }
}
