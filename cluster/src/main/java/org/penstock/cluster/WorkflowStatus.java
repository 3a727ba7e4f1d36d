package org.penstock.cluster;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.penstock.workflow.NodePhase;
import org.penstock.workflow.NodeState;
import org.penstock.workflow.RunPhase;
import org.penstock.workflow.RunState;

/**
 * A Workflow as Argo keeps it, read as a run: one node a task, retries folded into their task.
 * Field names are those of <a
 * href="https://argo-workflows.readthedocs.io/en/latest/fields/#workflowstatus">WorkflowStatus</a>.
 *
 * @param workflow as the API gives it
 */
record WorkflowStatus(Tree workflow) {

  private static final String EXIT_NODE = "onExit";

  String name() {
    return workflow.word("metadata", "name");
  }

  /** Returns the run, its nodes in the order of the pipeline. */
  RunState run() {
    Map<String, Tree> nodes = nodes();
    Map<String, NodeState> states = new LinkedHashMap<>();
    tasks().forEach(task -> nodeOf(task, nodes).ifPresent(node -> states.put(task, node)));
    nodes.values().stream()
        .filter(node -> node.word("displayName").equals(name() + "." + EXIT_NODE))
        .findFirst()
        .ifPresent(node -> states.put(EXIT_NODE, stateOf(EXIT_NODE, node, nodes)));
    return new RunState(
        name(),
        workflow.word("metadata", "uid"),
        workflow.text("spec", "workflowTemplateRef", "name").orElse(name()),
        phase(states.values().stream().toList()),
        parameters(),
        states,
        workflow
            .text("status", "startedAt")
            .or(() -> workflow.text("metadata", "creationTimestamp"))
            .map(Instant::parse)
            .orElse(Instant.EPOCH),
        workflow.text("status", "finishedAt").map(Instant::parse));
  }

  private Optional<NodeState> nodeOf(String task, Map<String, Tree> nodes) {
    return nodes.values().stream()
        .filter(node -> node.word("displayName").equals(task))
        .filter(node -> !node.word("boundaryID").isEmpty())
        .findFirst()
        .map(node -> stateOf(task, node, nodes));
  }

  private static NodeState stateOf(String name, Tree node, Map<String, Tree> nodes) {
    List<Tree> attempts = attempts(node, nodes);
    Tree last = attempts.isEmpty() ? node : attempts.getLast();
    return new NodeState(
        name,
        node.word("templateName"),
        phaseOf(node),
        attempts.size(),
        exitCode(last),
        values(node.list("inputs", "parameters")),
        values(node.list("outputs", "parameters")),
        messageOf(node, last),
        node.text("startedAt").map(Instant::parse),
        node.text("finishedAt").map(Instant::parse));
  }

  /**
   * What a program said last is in the message of its attempt, behind what Argo puts before it;
   * that of the task says then only that it is not tried again.
   */
  private static String messageOf(Tree node, Tree last) {
    NodePhase phase = phaseOf(node);
    if (phase == NodePhase.FAILED || phase == NodePhase.ERROR) {
      return last.text("message")
          .or(() -> node.text("message"))
          .map(message -> message.replaceFirst("^(main: )?Error \\(exit code \\d+\\): ", ""))
          .orElse("");
    }
    return node.text("message").or(() -> last.text("message")).orElse("");
  }

  /** Of the children of a Retry those are attempts that have its name and a number. */
  private static List<Tree> attempts(Tree node, Map<String, Tree> nodes) {
    return switch (node.word("type")) {
      case "Pod" -> List.of(node);
      case "Retry" ->
          node.words("children").stream()
              .map(id -> nodes.getOrDefault(id, Tree.of(null)))
              .filter(child -> child.word("name").startsWith(node.word("name") + "("))
              .toList();
      default -> List.of();
    };
  }

  private static OptionalInt exitCode(Tree node) {
    String code = node.word("outputs", "exitCode");
    return code.matches("\\d+") ? OptionalInt.of(Integer.parseInt(code)) : OptionalInt.empty();
  }

  private static NodePhase phaseOf(Tree node) {
    return switch (node.word("phase")) {
      case "Running" ->
          node.word("type").equals("Suspend") ? NodePhase.SUSPENDED : NodePhase.RUNNING;
      case "Succeeded" -> NodePhase.SUCCEEDED;
      case "Failed" -> NodePhase.FAILED;
      case "Error" -> NodePhase.ERROR;
      case "Skipped" -> NodePhase.SKIPPED;
      case "Omitted" -> NodePhase.OMITTED;
      default -> NodePhase.PENDING;
    };
  }

  private RunPhase phase(List<NodeState> nodes) {
    return switch (workflow.word("status", "phase")) {
      case "Succeeded" -> RunPhase.SUCCEEDED;
      case "Failed", "Error" -> RunPhase.FAILED;
      default -> {
        boolean waits = nodes.stream().anyMatch(node -> node.phase() == NodePhase.SUSPENDED);
        boolean works = nodes.stream().anyMatch(node -> node.phase() == NodePhase.RUNNING);
        yield waits && !works ? RunPhase.SUSPENDED : RunPhase.RUNNING;
      }
    };
  }

  /**
   * Argo writes the template that it took into the status, so a later change of it is no matter.
   */
  private Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>(values(taken().list("arguments", "parameters")));
    parameters.putAll(values(workflow.list("spec", "arguments", "parameters")));
    return parameters;
  }

  private List<String> tasks() {
    return taken().list("templates").stream()
        .filter(template -> template.word("name").equals(taken().word("entrypoint")))
        .flatMap(template -> template.list("dag", "tasks").stream())
        .map(task -> task.word("name"))
        .toList();
  }

  private Tree taken() {
    Tree stored = workflow.at("status", "storedWorkflowTemplateSpec");
    return stored.has("templates") ? stored : workflow.at("spec");
  }

  private static Map<String, String> values(List<Tree> parameters) {
    Map<String, String> values = new TreeMap<>();
    parameters.forEach(parameter ->
        parameter.text("value").ifPresent(value -> values.put(parameter.word("name"), value)));
    return values;
  }

  /** Returns whether Argo keeps the nodes where only it can change them. */
  boolean isPacked() {
    return workflow.has("status", "compressedNodes")
        || workflow.has("status", "offloadNodeStatusVersion");
  }

  /** Returns the nodes by id; of a large workflow they are compressed, of a huge one elsewhere. */
  private Map<String, Tree> nodes() {
    Object nodes =
        workflow.has("status", "compressedNodes")
            ? unpacked(workflow.word("status", "compressedNodes"))
            : workflow.at("status", "nodes").fields();
    Map<String, Tree> byId = new LinkedHashMap<>();
    Tree.of(nodes).fields().forEach((id, node) -> byId.put(id, Tree.of(node)));
    return byId;
  }

  private static Object unpacked(String text) {
    try (GZIPInputStream json =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
      return Serialization.unmarshal(json, Map.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("The nodes of the workflow are no gzip", e);
    }
  }
}
