package org.penstock.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penstock.config.ProjectConfig;
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
      description =
          "Refuse self-approved models, and approvals of others than the project's approvers.")
  private boolean production;

  @Option(
      names = "--approver",
      paramLabel = "NAME=KEY",
      description = "An approver, instead of those of project.yaml; may be given several times.")
  private List<String> approvers = List.of();

  @Mixin private StoreOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--project=" + project,
                "--store=" + options.location,
                "--s3-endpoint=" + options.s3Endpoint().map(URI::toString).orElse(""),
                "--host=" + host,
                "--port=" + port,
                "--production=" + production));
    trusted().forEach(approver -> flags.add("--approver=" + approver));
    ServeMain.main(flags.toArray(String[]::new));
    return 0;
  }

  private List<String> trusted() throws IOException {
    Optional<Path> settings = PenstockHome.ofEnvironment().settings(project);
    if (!production || !approvers.isEmpty() || settings.isEmpty()) {
      return approvers;
    }

    return ProjectConfig.read(settings.get()).approval().approvers().stream()
        .map(approver -> approver.name() + "=" + approver.key())
        .toList();
  }
}
