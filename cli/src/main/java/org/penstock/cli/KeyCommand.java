package org.penstock.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.penstock.approval.Approver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the public key of an approver of this machine. */
@Command(
    name = "key",
    description = "Print the line of project.yaml that makes a person of this machine an approver.",
    mixinStandardHelpOptions = true)
final class KeyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "Whose key; it is made at first use.")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Approver approver = ApprovalDesk.keysOfUser().approver(name);
    spec.commandLine()
        .getOut()
        .println("- {name: %s, key: %s}".formatted(approver.name(), approver.key()));
    return 0;
  }
}
