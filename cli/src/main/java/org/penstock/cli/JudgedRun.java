package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import org.penstock.artifact.Sha256;
import org.penstock.workflow.RunState;

/**
 * A run whose model a person judges: of this machine, or of an engine that keeps its own books.
 *
 * @param name of the run
 * @param author who started it, as far as anybody knows
 * @param decision digest of what the policy said, and of which artifacts
 */
record JudgedRun(String name, String author, Sha256 decision) {

  static final String UNKNOWN = "unknown";

  JudgedRun {
    requireNonNull(name, "name");
    requireNonNull(author, "author");
    requireNonNull(decision, "decision");
  }

  /**
   * Returns {@code run} as one to judge.
   *
   * @throws org.penstock.step.StepFailure if the policy has not spoken yet
   */
  static JudgedRun of(RunState run) {
    return new JudgedRun(
        run.name(),
        run.parameters().getOrDefault("author", UNKNOWN),
        new RunOutputs(run).needed("decision-record"));
  }
}
