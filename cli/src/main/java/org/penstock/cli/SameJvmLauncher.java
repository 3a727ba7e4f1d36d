package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.penstock.step.StepMain;
import org.penstock.workflow.Invocation;
import org.penstock.workflow.StepLauncher;

/** Runs a step in this JVM, which saves the start of another. */
final class SameJvmLauncher implements StepLauncher {

  private final Clock clock;

  SameJvmLauncher(Clock clock) {
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public int launch(Invocation invocation) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(invocation.environment());
    environment.put("ARGO_PROGRESS_FILE", invocation.progress().toString());
    try (PrintStream log =
        new PrintStream(NodeLog.of(invocation).toFile(), StandardCharsets.UTF_8)) {
      int code =
          new StepMain(environment, log, log, clock)
              .run(StepClass.named(invocation.mainClass()).step(), invocation.arguments())
              .code();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return code;
    }
  }
}
