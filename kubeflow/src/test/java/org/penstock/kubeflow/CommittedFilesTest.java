package org.penstock.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in {@code pipelines/kfp}, beside those in {@code pipelines/argo}. */
class CommittedFilesTest {

  private static final Path PIPELINES = Path.of("..", "pipelines");

  @ParameterizedTest
  @MethodSource("workflows")
  void isWhatTheWorkflowCompilesTo(Path workflow) throws IOException {
    for (CompiledPipeline pipeline : KubeflowCompiler.compile(workflow, Map.of())) {
      Path file = PIPELINES.resolve("kfp").resolve(pipeline.fileName());

      assertEquals(
          pipeline.yaml(), Files.readString(file), "run `./penstock compile kubeflow`: " + file);
    }
  }

  @Test
  void isOfAWorkflow() throws IOException {
    Set<String> compiled =
        workflows()
            .flatMap(workflow -> compile(workflow).stream())
            .map(CompiledPipeline::fileName)
            .collect(Collectors.toSet());

    assertFalse(compiled.isEmpty());
    assertEquals(compiled, names(PIPELINES.resolve("kfp")));
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void isAcceptedByTheDefinitionsOfKubeflow(Path pipeline) throws IOException {
    PipelineFile file = PipelineFile.parse(Files.readString(pipeline));

    assertEquals(List.of(), file.problems());
    assertEquals(List.of(), PipelineStructure.problems(file));
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void saysInASentenceWhatEveryStepAndParameterIs(Path pipeline) throws IOException {
    String yaml = Files.readString(pipeline);
    Map<String, Object> components =
        PipelineFile.at(PipelineFile.parse(yaml).pipeline(), "components");

    for (String name : components.keySet()) {
      Map<String, Object> component = PipelineFile.at(components, name);
      if (component.containsKey("executorLabel")) {
        assertTrue(yaml.contains("\n# " + name.substring("comp-".length()) + ": "), name);
      }
      for (String side : List.of("inputDefinitions", "outputDefinitions")) {
        PipelineFile.at(component, side, "parameters")
            .forEach((parameter, definition) ->
                assertTrue(
                    String.valueOf(((Map<?, ?>) definition).get("description")).contains(" "),
                    () -> "%s: %s of %s".formatted(pipeline, parameter, name)));
      }
      assertFalse(yaml.contains("\"Output "), "an output without a description in pipelines/argo");
    }
  }

  static Stream<Path> workflows() throws IOException {
    // A template is compiled for each project that names it.
    return list(PIPELINES.resolve("argo"))
        .filter(file -> !file.toString().endsWith(".template.yaml"));
  }

  static Stream<Path> pipelines() throws IOException {
    return list(PIPELINES.resolve("kfp"));
  }

  private static List<CompiledPipeline> compile(Path workflow) {
    try {
      return KubeflowCompiler.compile(workflow, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> names(Path directory) throws IOException {
    return list(directory).map(file -> file.getFileName().toString()).collect(Collectors.toSet());
  }

  private static Stream<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }
}
