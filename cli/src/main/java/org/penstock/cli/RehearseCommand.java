package org.penstock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Projects;
import org.penstock.serving.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs a pipeline and serves its model for a moment, so that the JVM can keep the classes it loaded
 * and what it learnt of them. The launcher calls it once after a build.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Run a pipeline and serve its model for a moment.",
    mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PROJECT", description = "Which project, e.g. credit-risk.")
  private String project;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "Settings with few rows.")
  private Path settings;

  @Mixin private StoreOptions options;

  @Override
  public Integer call() throws IOException {
    int code =
        PenstockMain.commandLine()
            .execute("run", project, "--config", settings.toString(), "--store", options.location);
    if (code != 0) {
      return code;
    }

    try (Server server =
            Server.start(
                Projects.named(project, ModelProject.class),
                options.open(),
                ApprovalVerifier.onLaptop(),
                new Server.Listen("127.0.0.1", 0));
        InputStream card = server.uri().resolve("/v1/model").toURL().openStream()) {
      card.readAllBytes();
    }
    return 0;
  }
}
