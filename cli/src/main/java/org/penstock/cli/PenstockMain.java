package org.penstock.cli;

import java.io.PrintWriter;
import org.penstock.step.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code penstock} command. */
@Command(
    name = "penstock",
    description = "From a notebook to a served model: run, approve, serve.",
    mixinStandardHelpOptions = true,
    version = "penstock 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    subcommands = {
      NewCommand.class,
      RunCommand.class,
      SubmitCommand.class,
      RunsCommand.class,
      ShowCommand.class,
      ApproveCommand.class,
      RejectCommand.class,
      BrakeCommand.class,
      GetCommand.class,
      ServeCommand.class,
      RollbackCommand.class,
      SmokeCommand.class,
      KeyCommand.class,
      CompileCommand.class,
      RehearseCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "The first thing to type:",
      "  ./penstock run credit-risk      the whole pipeline on generated rows",
      "  ./penstock serve credit-risk    the approved model over HTTP",
      "  ./penstock submit credit-risk   the same pipeline on a cluster",
      "  ./penstock verify               all checks and tests",
      "",
      "Exit codes: 0 done, also when a model is rejected; 65 the data breaks its contract;",
      "66 an input is missing or was changed; 75 storage or network, try again; 78 the",
      "configuration is wrong; 1 a bug."
    })
public final class PenstockMain {

  private PenstockMain() {}

  public static void main(String[] args) {
    // Steps keep their own log in the directory of the run; only what is wrong comes here.
    System.setProperty("org.slf4j.simpleLogger.log.org.penstock", "warn");
    // Warns at every use that Argo's version is called v1alpha1.
    System.setProperty("org.slf4j.simpleLogger.log.io.fabric8", "error");
    System.exit(commandLine().execute(args));
  }

  /** Returns the command with all its subcommands, to be run or only parsed. */
  public static CommandLine commandLine() {
    return new CommandLine(new PenstockMain())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExitCodeExceptionMapper(failure -> ExitCode.of(failure).code())
        .setParameterExceptionHandler(PenstockMain::misused)
        .setExecutionExceptionHandler(PenstockMain::failed);
  }

  private static int misused(CommandLine.ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("penstock: " + failure.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try: penstock %s--help".formatted(path(command)));
    return ExitCode.CONFIG.code();
  }

  private static String path(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName() + " ";
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    ExitCode code = ExitCode.of(failure);
    if (code == ExitCode.BUG) {
      failure.printStackTrace(command.getErr());
    }
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    message.lines().forEach(line -> command.getErr().println("penstock: " + line));
    return code.code();
  }
}
