package org.penstock.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Approves the model of a run, and goes on with the run. */
@Command(
    name = "approve",
    description = "Sign an approval of the model of a run, and go on with the run.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ApproveCommand implements Callable<Integer> {

  @Mixin private Decision decision;

  @Option(
      names = "--despite-policy",
      description = "Approve what the policy rejects; the record and the model card say so.")
  private boolean despitePolicy;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return decision.make(despitePolicy, ApprovalDesk::approveAsAnother);
  }
}
