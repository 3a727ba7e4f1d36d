package org.penstock.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.penstock.serving.ServeMain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves the approved model of a project over HTTP, until it is told to stop. */
@Command(
    name = "serve",
    description = "Serve the approved model of a project over HTTP.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PROJECT", description = "Which project, e.g. credit-risk.")
  private String project;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port to listen on; 0 is any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Interface to listen on; 0.0.0.0 is all (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--production",
      description = "Refuse self-approved models, and approvals of others than --approver.")
  private boolean production;

  @Option(
      names = "--approver",
      paramLabel = "NAME=KEY",
      description = "Whose approval counts; may be given several times. `penstock key` prints it.")
  private List<String> approvers = List.of();

  @Mixin private StoreOptions options;

  @Override
  public Integer call() throws InterruptedException {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--project=" + project,
                "--store=" + options.location,
                "--s3-endpoint=" + options.s3Endpoint().map(URI::toString).orElse(""),
                "--host=" + host,
                "--port=" + port,
                "--production=" + production));
    approvers.forEach(approver -> flags.add("--approver=" + approver));
    ServeMain.main(flags.toArray(String[]::new));
    return 0;
  }
}
