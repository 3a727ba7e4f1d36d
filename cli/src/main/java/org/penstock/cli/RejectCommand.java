package org.penstock.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Rejects the model of a run, and ends the run. */
@Command(
    name = "reject",
    description = "Sign a rejection of the model of a run, and end the run.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RejectCommand implements Callable<Integer> {

  @Mixin private Decision decision;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return decision.make(false, ApprovalDesk::reject);
  }
}
