package org.penstock.kubeflow;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter that goes into or comes out of a component.
 *
 * @param name unique on its side of the component, in snake case
 * @param type what it holds
 * @param value what it is when nothing is given; empty: something must be given
 * @param description for people, may be empty
 */
record Port(String name, Type type, Optional<String> value, String description) {

  /** What a parameter holds. Argo knows texts only, and digests are no numbers. */
  enum Type {
    STRING,
    TASK_FINAL_STATUS
  }

  Port {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    requireNonNull(value, "value");
    requireNonNull(description, "description");
  }

  static Port text(String name, Optional<String> value, String description) {
    return new Port(name, Type.STRING, value, description);
  }

  /** Returns it as something that may be left out. */
  static Port finalStatus(String name) {
    return new Port(
        name, Type.TASK_FINAL_STATUS, Optional.empty(), "How the run ended, as Kubeflow tells it");
  }

  Port withoutValue() {
    return new Port(name, type, Optional.empty(), description);
  }

  /** Returns the name that {@code words}, spelt as in Argo, have in Kubeflow. */
  static String snake(String words) {
    return words.replace('-', '_');
  }

  Map<String, Object> toTree() {
    var tree = new LinkedHashMap<String, Object>();
    value.ifPresent(text -> tree.put("defaultValue", text));
    if (!description.isEmpty()) {
      tree.put("description", description);
    }
    if (value.isPresent() || type == Type.TASK_FINAL_STATUS) {
      tree.put("isOptional", true);
    }
    tree.put("parameterType", type.name());
    return tree;
  }
}
