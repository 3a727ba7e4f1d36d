package org.penstock.cli;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.penstock.artifact.Sha256;
import org.penstock.deploy.ServiceCheck;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a service what it serves. */
@Command(
    name = "smoke",
    description = "Ask a service for half a minute whether it serves a model.",
    mixinStandardHelpOptions = true)
final class SmokeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "URL", description = "Where it answers, e.g. http://localhost:8080.")
  private URI service;

  @Option(names = "--model", paramLabel = "DIGEST", required = true, description = "Which model.")
  private String model;

  @Override
  public Integer call() throws InterruptedException {
    List<String> problems = ServiceCheck.of(service, Clock.systemUTC()).problems("model", digest());
    if (!problems.isEmpty()) {
      throw new StepFailure(ExitCode.TEMPORARY, problems);
    }
    System.out.println("%s serves %s".formatted(service, model));
    return ExitCode.DONE.code();
  }

  private Sha256 digest() {
    try {
      return Sha256.parse(model);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    }
  }
}
