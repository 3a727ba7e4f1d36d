package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.config.InvalidConfigException;
import org.penstock.config.RecordTree;

/**
 * All that is known of a run, and all that is needed to resume it.
 *
 * @param name {@code {{workflow.name}}}
 * @param uid {@code {{workflow.uid}}}
 * @param workflow name of the template
 * @param phase where the run stands
 * @param parameters of the workflow, defaults included
 * @param nodes by name, in the order of the file; the exit handler last
 * @param started when it was started first
 * @param finished when it ended
 */
public record RunState(
    String name,
    String uid,
    String workflow,
    RunPhase phase,
    Map<String, String> parameters,
    Map<String, NodeState> nodes,
    Instant started,
    Optional<Instant> finished) {

  private static final int FORMAT_VERSION = 1;

  public RunState {
    requireNonNull(name, "name");
    requireNonNull(uid, "uid");
    requireNonNull(workflow, "workflow");
    requireNonNull(phase, "phase");
    requireNonNull(started, "started");
    requireNonNull(finished, "finished");
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /** Returns a copy with {@code changed} in place of parameters of the same names. */
  public RunState withParameters(Map<String, String> changed) {
    var merged = new TreeMap<>(parameters);
    merged.putAll(changed);
    return new RunState(name, uid, workflow, phase, merged, nodes, started, finished);
  }

  /** Returns this state as maps, lists and texts, ready for JSON. */
  public SortedMap<String, Object> toTree() {
    var tree = new TreeMap<>(RecordTree.of(this));
    tree.put("format-version", FORMAT_VERSION);
    return Collections.unmodifiableSortedMap(tree);
  }

  /**
   * Returns the state of {@link #toTree()}.
   *
   * @throws InvalidConfigException if {@code tree} is none, or of another format version
   */
  public static RunState fromTree(Map<String, ?> tree) {
    var components = new TreeMap<String, Object>(tree);
    Object version = components.remove("format-version");
    if (!Integer.valueOf(FORMAT_VERSION).equals(version)) {
      throw new InvalidConfigException(
          List.of("run: format-version: expected %d, got %s".formatted(FORMAT_VERSION, version)));
    }
    return RecordTree.read(components, "run", RunState.class);
  }
}
