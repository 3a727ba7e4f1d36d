package org.penstock.workflow;

import java.util.Optional;
import java.util.stream.Stream;
import org.penstock.config.ConfigNode;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;

/** A CronWorkflow: it says when a cluster runs a template, and has nothing to run here. */
final class Schedule {

  private Schedule() {}

  /** Why a file does not run here, and the line that shows it. */
  record Refusal(int line, String text) {}

  /** Returns what to do instead if {@code document} is a schedule. */
  static Optional<Refusal> refusal(ConfigNode document) {
    return text(document, "kind")
        .filter(kind -> kind.text().equals("CronWorkflow"))
        .map(kind -> new Refusal(kind.line(), sentence(document)));
  }

  private static String sentence(ConfigNode document) {
    String instead =
        text(document, "spec", "workflowSpec", "workflowTemplateRef", "name")
            .map(name -> "run '%s', the template that it names".formatted(name.text()))
            .orElse("run the template that it is for");
    return "a CronWorkflow says when a cluster runs a template, and a run here is started by hand: "
        + instead;
  }

  private static Optional<Scalar> text(ConfigNode document, String... path) {
    Optional<ConfigNode> node = Optional.of(document);
    for (String key : path) {
      node =
          node.flatMap(it -> it instanceof Mapping mapping ? mapping.value(key) : Optional.empty());
    }
    return node.stream()
        .flatMap(it -> it instanceof Scalar text ? Stream.of(text) : Stream.empty())
        .findFirst();
  }
}
