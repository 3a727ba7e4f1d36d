package org.penstock.cluster;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.RunState;

/** The runs of a namespace: Workflows of Argo. */
public final class Workflows {

  private final Api api;
  private final String namespace;

  Workflows(Api api, String namespace) {
    this.api = requireNonNull(api, "api");
    this.namespace = requireNonNull(namespace, "namespace");
  }

  public String namespace() {
    return namespace;
  }

  /** Returns the checks to make before a run is started. */
  public Preflight preflight() {
    return new Preflight(api, namespace);
  }

  /**
   * Starts a run of a WorkflowTemplate.
   *
   * @return false if there is a run of this name already
   */
  public boolean submit(NewRun run) throws IOException {
    return api.create(Kind.WORKFLOW, namespace, run.workflow()).isPresent();
  }

  /**
   * Returns the run called {@code name}, or the one whose name ends so.
   *
   * @throws StepFailure if there is none, or several
   */
  public RunState run(String name) throws IOException {
    return new WorkflowStatus(workflow(name)).run();
  }

  private Tree workflow(String name) throws IOException {
    Optional<Tree> exact = api.get(Kind.WORKFLOW, namespace, name);
    if (exact.isPresent()) {
      return exact.get();
    }
    List<Tree> found =
        api.list(Kind.WORKFLOW, namespace, Map.of()).stream()
            .filter(workflow -> workflow.word("metadata", "name").endsWith(name))
            .toList();
    if (found.size() != 1) {
      throw new StepFailure(
          ExitCode.INPUT,
          found.isEmpty()
              ? "There is no run '%s' in the namespace '%s'; `penstock runs --cluster` lists them"
                  .formatted(name, namespace)
              : "'%s' could be any of %s"
                  .formatted(name, found.stream().map(it -> it.word("metadata", "name")).toList()),
          null);
    }
    return found.getFirst();
  }

  /** Lets the API server judge {@code run} without starting it. */
  public void judge(NewRun run) throws IOException {
    api.tryToCreate(Kind.WORKFLOW, namespace, run.workflow());
  }

  /** Returns all runs, the latest first. */
  public List<RunState> all() throws IOException {
    return api.list(Kind.WORKFLOW, namespace, Map.of()).stream()
        .map(workflow -> new WorkflowStatus(workflow).run())
        .sorted(Comparator.comparing(RunState::started).reversed())
        .toList();
  }

  /**
   * Returns why pods of a run do not start, in sentences, as far as that may be seen.
   *
   * @param lasting only what does not pass by itself
   */
  public List<String> troubles(String run, boolean lasting) {
    try {
      return api.list(Kind.POD, namespace, Map.of("workflows.argoproj.io/workflow", run)).stream()
          .filter(pod -> pod.word("status", "phase").equals("Pending"))
          .flatMap(pod -> PodTrouble.of(pod).stream())
          .filter(trouble -> trouble.lasting() || !lasting)
          .map(PodTrouble::sentence)
          .distinct()
          .toList();
    } catch (IOException | StepFailure e) {
      return List.of(); // a courtesy: the run goes on without it
    }
  }

  /**
   * Answers the node of a run that waits for a person, as {@code argo node set} does: its outputs
   * take the values, and it has succeeded.
   *
   * @param node name of the task
   * @throws StepFailure if it does not wait, or only Argo can answer it
   */
  public void answer(String run, String node, Map<String, String> outputs, String message)
      throws IOException {
    boolean answered = false;
    while (!answered) {
      Tree workflow = workflow(run);
      if (new WorkflowStatus(workflow).isPacked()) {
        throw new StepFailure(
            ExitCode.CONFIG,
            "Argo keeps the nodes of %s where only it can change them, since there are many"
                .formatted(run),
            null);
      }
      Tree changed = answered(workflow, node, outputs, message);
      answered = api.replace(Kind.WORKFLOW, namespace, changed).isPresent();
    }
  }

  /** Returns the command of Argo that does the same. */
  public String command(String run, String node, Map<String, String> outputs) {
    StringBuilder command = new StringBuilder("argo node set " + run + " -n " + namespace);
    command.append(" --node-field-selector displayName=").append(node).append(" --phase Succeeded");
    outputs.forEach(
        (name, value) -> command.append(" --output-parameter %s=%s".formatted(name, value)));
    return command.toString();
  }

  private static Tree answered(
      Tree workflow, String name, Map<String, String> outputs, String message) {
    Map<String, Object> nodes = new LinkedHashMap<>(workflow.at("status", "nodes").fields());
    String id =
        nodes.entrySet().stream()
            .filter(entry -> isWaiting(Tree.of(entry.getValue()), name))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() ->
                new StepFailure(
                    ExitCode.INPUT,
                    "Run %s does not wait for an answer at '%s'"
                        .formatted(workflow.word("metadata", "name"), name),
                    null));
    nodes.put(id, answered(Tree.of(nodes.get(id)), outputs, message));
    Map<String, Object> status = new LinkedHashMap<>(workflow.at("status").fields());
    status.put("nodes", nodes);
    Map<String, Object> changed = new LinkedHashMap<>(workflow.fields());
    changed.put("status", status);
    return new Tree(changed);
  }

  private static boolean isWaiting(Tree node, String name) {
    return node.word("displayName").equals(name)
        && node.word("type").equals("Suspend")
        && node.word("phase").equals("Running");
  }

  private static Map<String, Object> answered(
      Tree node, Map<String, String> values, String message) {
    List<Object> parameters = new ArrayList<>();
    for (Tree parameter : node.list("outputs", "parameters")) {
      Map<String, Object> supplied = new LinkedHashMap<>(parameter.fields());
      String value = values.get(parameter.word("name"));
      if (value != null) {
        supplied.put("value", value);
        supplied.remove("valueFrom");
      }
      parameters.add(supplied);
    }
    Map<String, Object> outputs = new LinkedHashMap<>(node.at("outputs").fields());
    outputs.put("parameters", parameters);
    Map<String, Object> answered = new LinkedHashMap<>(node.fields());
    answered.put("outputs", outputs);
    answered.put("phase", "Succeeded");
    answered.put("message", message);
    answered.put("finishedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return answered;
  }
}
