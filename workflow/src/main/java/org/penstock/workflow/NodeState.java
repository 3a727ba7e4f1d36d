package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * One node of a run.
 *
 * @param name of the task
 * @param template it runs
 * @param phase where it stands
 * @param attempts how often its program was started
 * @param exitCode of the last attempt; empty if there is none
 * @param inputs with all tags replaced; empty before it starts
 * @param outputs by name; empty until it is finished
 * @param message why it stands there, may be empty
 * @param started when it left {@link NodePhase#PENDING}
 * @param finished when it was finished
 */
public record NodeState(
    String name,
    String template,
    NodePhase phase,
    int attempts,
    OptionalInt exitCode,
    Map<String, String> inputs,
    Map<String, String> outputs,
    String message,
    Optional<Instant> started,
    Optional<Instant> finished) {

  public NodeState {
    requireNonNull(name, "name");
    requireNonNull(template, "template");
    requireNonNull(phase, "phase");
    requireNonNull(exitCode, "exitCode");
    requireNonNull(message, "message");
    requireNonNull(started, "started");
    requireNonNull(finished, "finished");
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
  }

  static NodeState pending(String name, String template) {
    return new NodeState(
        name,
        template,
        NodePhase.PENDING,
        0,
        OptionalInt.empty(),
        Map.of(),
        Map.of(),
        "",
        Optional.empty(),
        Optional.empty());
  }

  NodeState withInputs(Map<String, String> known) {
    return new NodeState(
        name, template, phase, attempts, exitCode, known, outputs, message, started, finished);
  }

  /** Returns this node in {@code phase}, its inputs known, since {@code now} if it just started. */
  NodeState started(NodePhase phase, int attempts, Map<String, String> inputs, Instant now) {
    Optional<Instant> since = started.or(() -> Optional.of(now));
    return new NodeState(
        name, template, phase, attempts, exitCode, inputs, outputs, "", since, Optional.empty());
  }

  /** Returns this node with another message, between two attempts. */
  NodeState waiting(OptionalInt code, String why) {
    return new NodeState(
        name, template, phase, attempts, code, inputs, outputs, why, started, finished);
  }

  /** Returns this node at its end. */
  NodeState finished(
      NodePhase end, OptionalInt code, Map<String, String> results, String why, Instant now) {
    Optional<Instant> since = started.or(() -> Optional.of(now));
    return new NodeState(
        name, template, end, attempts, code, inputs, results, why, since, Optional.of(now));
  }
}
