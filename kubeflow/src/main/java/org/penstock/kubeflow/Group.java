package org.penstock.kubeflow;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasks that wait for one another: the root of a pipeline, or a component of several tasks.
 *
 * @param name unique in the pipeline
 * @param inputs what it needs
 * @param nodes its tasks, at least one
 * @param outputs what it yields
 */
record Group(String name, List<Port> inputs, List<Node> nodes, List<Yield> outputs) {

  /** An output of a group: one of one of its tasks. */
  record Yield(Port port, Source.TaskOutput source) {

    private Map<String, Object> toTree() {
      return Map.of(
          "valueFromParameter",
          Tree.of("outputParameterKey", source.output(), "producerSubtask", source.task()));
    }
  }

  Group {
    requireNonNull(name, "name");
    inputs = List.copyOf(inputs);
    nodes = List.copyOf(nodes);
    outputs = List.copyOf(outputs);
  }

  Group withInputs(List<Port> all) {
    return new Group(name, all, nodes, outputs);
  }

  Map<String, Object> toTree() {
    Map<String, Object> dag = new LinkedHashMap<>();
    if (!outputs.isEmpty()) {
      dag.put(
          "outputs",
          Map.of(
              "parameters",
              Tree.byName(outputs, it -> it.port().name(), yielded -> yielded.toTree())));
    }
    dag.put("tasks", Tree.byName(nodes, Node::name, Node::toTree));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("dag", dag);
    if (!inputs.isEmpty()) {
      tree.put("inputDefinitions", Tree.parameters(inputs));
    }
    if (!outputs.isEmpty()) {
      tree.put("outputDefinitions", Tree.parameters(outputs.stream().map(Yield::port).toList()));
    }
    return tree;
  }
}
