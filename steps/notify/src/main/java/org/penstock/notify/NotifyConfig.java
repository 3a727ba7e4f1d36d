package org.penstock.notify;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.penstock.config.Help;

/**
 * The flags of the exit handler.
 *
 * @param project which project was run
 * @param run name of the run
 * @param status as the engine says; see {@link Ending}
 * @param failures of nodes, as the engine lists them
 * @param author who started the run
 * @param store where the artifacts of the run lie
 * @param link page of the runs, which the name of the run is appended to
 */
public record NotifyConfig(
    @Help("Name of the project") String project,
    @Help("Name of the run that ended") String run,
    @Help("How it ended: Succeeded, Failed or Error; or Kubeflow's final status") String status,
    @Help("What failed: Argo's {{workflow.failures}}") Optional<String> failures,
    @Help("Who started the run") Optional<String> author,
    @Help("Where its artifacts lie") Optional<String> store,
    @Help("Page of the runs; the name of the run is appended") Optional<String> link) {

  public NotifyConfig {
    requireNonNull(project, "project");
    requireNonNull(run, "run");
    requireNonNull(status, "status");
    requireNonNull(failures, "failures");
    requireNonNull(author, "author");
    requireNonNull(store, "store");
    requireNonNull(link, "link");
  }
}
