package org.penstock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.penstock.kubeflow.CompiledPipeline;
import org.penstock.kubeflow.KubeflowCompiler;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.WorkflowTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compiles the pipelines of projects for another engine. */
@Command(
    name = "compile",
    description = "Compile the Argo workflow of a project for another engine.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CompileCommand implements Callable<Integer> {

  /** What pipelines can be compiled for. */
  enum Engine {
    KUBEFLOW
  }

  @Parameters(index = "0", paramLabel = "ENGINE", description = "For what: kubeflow.")
  private Engine engine;

  @Parameters(
      index = "1..*",
      paramLabel = "PROJECT",
      description = "Which projects; all, if none is named.")
  private List<String> projects = List.of();

  @Option(
      names = "--images",
      paramLabel = "FILE",
      description = "Images to name, as `penstock images` writes them; else those of the workflow.")
  private Path images;

  @Option(
      names = "--to",
      paramLabel = "DIRECTORY",
      description = "Where to; pipelines/kfp, if nobody says.")
  private Path target;

  @Option(
      names = "--check",
      description = "Write nothing; fail if what is there is not what would be written.")
  private boolean check;

  @Override
  public Integer call() throws IOException {
    PenstockHome home = PenstockHome.ofEnvironment();
    Path directory = target == null ? home.root().resolve("pipelines").resolve("kfp") : target;
    PinnedImages pinned = images == null ? new PinnedImages(Map.of()) : PinnedImages.read(images);
    List<String> stale = new ArrayList<>();
    for (String project : projects.isEmpty() ? home.projects() : projects) {
      Path file = home.pipeline(project);
      Map<String, String> names = pinned.valuesFor(WorkflowTemplate.read(file));
      for (CompiledPipeline pipeline : KubeflowCompiler.compile(file, names)) {
        if (!put(pipeline, directory)) {
          stale.add(directory.resolve(pipeline.fileName()).toString());
        }
      }
    }
    if (!stale.isEmpty()) {
      throw new StepFailure(
          ExitCode.CONFIG,
          "Not what the workflow compiles to: %s; run `penstock compile kubeflow`"
              .formatted(String.join(", ", stale)),
          null);
    }
    return 0;
  }

  /** Writes {@code pipeline}, or compares it; returns whether the file is now as it should be. */
  private boolean put(CompiledPipeline pipeline, Path directory) throws IOException {
    Path file = directory.resolve(pipeline.fileName());
    if (check) {
      return Files.isRegularFile(file) && Files.readString(file).equals(pipeline.yaml());
    }

    Files.createDirectories(directory);
    Files.writeString(file, pipeline.yaml());
    System.out.println(file);
    return true;
  }
}
