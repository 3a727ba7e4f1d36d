package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.penstock.feature.Projects;
import org.penstock.workflow.Invocation;
import org.penstock.workflow.StepLauncher;

/**
 * Runs a step in a process of its own, with no more on its class path than its image has: its jar,
 * what that jar names, and the project.
 */
final class ProcessLauncher implements StepLauncher {

  private final String project;

  /**
   * @param project whose jar every step gets
   */
  ProcessLauncher(String project) {
    this.project = requireNonNull(project, "project");
  }

  @Override
  public int launch(Invocation invocation) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(invocation),
                invocation.mainClass()));
    command.addAll(invocation.arguments());

    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(NodeLog.of(invocation).toFile());
    builder.environment().putAll(invocation.environment());
    builder.environment().put("ARGO_PROGRESS_FILE", invocation.progress().toString());
    Process process = builder.start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      throw e;
    }
  }

  /**
   * Installed jars lie beside each other and name their libraries there. While the project is being
   * built they do not, and the step gets what this JVM has.
   */
  private String classPath(Invocation invocation) throws IOException {
    Path step = StepClass.location(StepClass.named(invocation.mainClass()).main());
    Path here = StepClass.location(ProcessLauncher.class);
    return step.getParent().equals(here.getParent())
        ? step + File.pathSeparator + StepClass.location(Projects.named(project).getClass())
        : System.getProperty("java.class.path");
  }
}
