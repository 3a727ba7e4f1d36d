package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code penstock run credit-risk --json} prints.
 *
 * @param tree of the document
 */
record RunDocument(Map<String, Object> tree) {

  /** Runs the pipeline in this JVM, which must end well. */
  static RunDocument of(String... more) {
    List<String> args = new ArrayList<>(List.of("run", "credit-risk", "--json"));
    args.addAll(List.of(more));
    return Said.by(args.toArray(String[]::new)).document();
  }

  String phase() {
    return (String) tree.get("phase");
  }

  /** Of the steps before anybody approves. */
  List<Boolean> cached() {
    return steps().stream()
        .filter(step -> !List.of("approval", "deploy", "score").contains(step.get("name")))
        .map(step -> (Boolean) step.get("cached"))
        .toList();
  }

  /** All artifacts but the deployment, which says when it was made. */
  Map<String, String> digests() {
    Map<String, String> digests = fields("digest");
    digests.remove("deploy/deployment");
    assertFalse(digests.isEmpty());
    return digests;
  }

  List<String> uris() {
    return List.copyOf(fields("uri").values());
  }

  private Map<String, String> fields(String field) {
    Map<String, String> fields = new TreeMap<>();
    for (Map<String, Object> step : steps()) {
      Map<?, ?> outputs = (Map<?, ?>) step.get("outputs");
      outputs.forEach((name, output) ->
          fields.put(step.get("name") + "/" + name, (String) ((Map<?, ?>) output).get(field)));
    }
    return fields;
  }

  @SuppressWarnings("unchecked") // the document is ours, and its shape is what is tested
  private List<Map<String, Object>> steps() {
    return (List<Map<String, Object>>) tree.get("steps");
  }
}
