package org.penstock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Manifest;
import org.penstock.artifact.Manifests;
import org.penstock.artifact.Sha256;
import org.penstock.step.StepMain;
import org.penstock.workflow.NodeState;
import org.penstock.workflow.RunState;
import org.penstock.workflow.Task;
import org.penstock.workflow.WorkflowTemplate;

/**
 * A run as people and programs read it: one row a step.
 *
 * @param run its name
 * @param phase where it stands, in lower case
 * @param steps in the order of the pipeline
 */
record RunSummary(String run, String phase, List<StepRow> steps) {

  RunSummary {
    steps = List.copyOf(steps);
  }

  /** Summarises {@code state} with a store that has its manifests. */
  static RunSummary of(RunState state, WorkflowTemplate workflow, ArtifactStore store)
      throws IOException {
    return of(state, workflow, Optional.of(store));
  }

  /**
   * Summarises {@code state}.
   *
   * @param workflow says which output of a step comes first
   * @param store has the manifests, which know the rows; empty: they are left out
   */
  static RunSummary of(RunState state, WorkflowTemplate workflow, Optional<ArtifactStore> store)
      throws IOException {
    List<StepRow> rows = new ArrayList<>();
    for (Task task : workflow.tasks()) {
      NodeState node = state.nodes().get(task.name());
      if (node != null) {
        rows.add(row(node, workflow, store));
      }
    }
    return new RunSummary(state.name(), state.phase().name().toLowerCase(Locale.ROOT), rows);
  }

  private static StepRow row(
      NodeState node, WorkflowTemplate workflow, Optional<ArtifactStore> store) throws IOException {
    Map<String, Sha256> artifacts = new TreeMap<>();
    for (String output : node.outputs().keySet()) {
      if (!output.equals(StepMain.MANIFEST)) {
        RunOutputs.artifact(node, output).ifPresent(digest -> artifacts.put(output, digest));
      }
    }
    Optional<Sha256> key = RunOutputs.artifact(node, StepMain.MANIFEST);
    Optional<Manifest> manifest =
        key.isPresent() && store.isPresent()
            ? new Manifests(store.get()).read(key.get())
            : Optional.empty();
    return new StepRow(
        node.name(),
        resultOf(node),
        Boolean.parseBoolean(node.outputs().get(StepMain.CACHE_HIT)),
        manifest.map(Manifest::rows).orElse(OptionalLong.empty()),
        secondsOf(node),
        Optional.ofNullable(workflow.templates().get(node.template())).stream()
            .flatMap(template -> template.outputs().stream())
            .map(output -> artifacts.get(output.name()))
            .filter(Objects::nonNull)
            .findFirst(),
        artifacts);
  }

  private static String resultOf(NodeState node) {
    return switch (node.phase()) {
      case PENDING -> "waiting";
      case RUNNING -> node.message().isEmpty() ? "running" : node.message();
      case SUSPENDED -> "waits for approval";
      case SUCCEEDED -> doneOf(node.outputs());
      case FAILED -> "failed, exit code " + node.exitCode().orElse(-1);
      case ERROR -> "error";
      case SKIPPED, OMITTED -> "skipped";
    };
  }

  /** A step that decides says what it decided; any other is done. */
  private static String doneOf(Map<String, String> outputs) {
    if (outputs.containsKey("deployed")) {
      return Boolean.parseBoolean(outputs.get("deployed")) ? "deployed" : "not deployed";
    }

    if ("false".equals(outputs.get("complete"))) {
      return "not complete: " + outputs.getOrDefault("ending", "");
    }
    if ("false".equals(outputs.get("uploaded"))) {
      return "not uploaded: " + outputs.getOrDefault("ending", "");
    }

    return switch (outputs.getOrDefault("decision", "")) {
      case "" -> "done" + badRows(outputs.getOrDefault("bad-rows", ""));
      case "APPROVE" -> "approved by " + outputs.get("approver");
      case "REJECT" -> "rejected";
      default -> outputs.get("decision");
    };
  }

  private static String badRows(String count) {
    return switch (count) {
      case "", "0" -> "";
      case "1" -> ", 1 bad row";
      default -> ", %s bad rows".formatted(count);
    };
  }

  private static OptionalDouble secondsOf(NodeState node) {
    if (node.started().isEmpty() || node.finished().isEmpty()) {
      return OptionalDouble.empty();
    }
    Duration took = Duration.between(node.started().get(), node.finished().get());
    return OptionalDouble.of(took.toMillis() / 1000.0);
  }

  /** Returns the tree of the JSON document that {@code --json} prints. */
  Map<String, Object> toTree(Optional<ArtifactStore> store, Optional<Path> report) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("run", run);
    tree.put("phase", phase);
    tree.put("steps", steps.stream().map(step -> treeOf(step, store)).toList());
    report.ifPresent(file -> tree.put("report", file.toString()));
    return tree;
  }

  private static Map<String, Object> treeOf(StepRow step, Optional<ArtifactStore> store) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", step.name());
    tree.put("result", step.result());
    tree.put("cached", step.cached());
    step.rows().ifPresent(rows -> tree.put("rows", rows));
    step.seconds().ifPresent(seconds -> tree.put("seconds", seconds));
    Map<String, Object> outputs = new TreeMap<>();
    step.outputs()
        .forEach((name, digest) -> {
          Map<String, Object> artifact = new TreeMap<>(Map.of("digest", digest.toString()));
          store.ifPresent(it -> artifact.put("uri", it.uri(digest).toString()));
          outputs.put(name, artifact);
        });
    tree.put("outputs", outputs);
    return tree;
  }

  /** Returns the table that a person reads, one line a step. */
  String toText() {
    StringBuilder text = new StringBuilder();
    text.append(line("step", "result", "rows", "seconds", "digest")).append('\n');
    steps.forEach(step -> text.append(line(step)).append('\n'));
    return text.toString();
  }

  /** Returns the line of the table for {@code node}. */
  static String line(NodeState node, WorkflowTemplate workflow, Optional<ArtifactStore> store)
      throws IOException {
    return line(row(node, workflow, store));
  }

  private static String line(StepRow step) {
    return line(
        step.name(),
        step.result() + (step.cached() ? ", cached" : ""),
        step.rows().isPresent() ? String.format(Locale.ROOT, "%,d", step.rows().getAsLong()) : "",
        step.seconds().isPresent()
            ? String.format(Locale.ROOT, "%.2f", step.seconds().getAsDouble())
            : "",
        step.mainOutput().map(digest -> digest.toString().substring(0, 19)).orElse(""));
  }

  private static String line(
      String step, String result, String rows, String seconds, String digest) {
    return String.format(
            Locale.ROOT, "  %-10s %-26s %11s %8s  %s", step, result, rows, seconds, digest)
        .stripTrailing();
  }
}
