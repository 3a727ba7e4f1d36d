package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.config.Flags;
import org.penstock.step.Step;
import org.penstock.step.StepFlags;
import org.penstock.workflow.Template;
import org.penstock.workflow.WorkflowTemplate;

/** The arguments of every container in pipelines/argo are the flags that its step declares. */
class PipelineFlagsTest {

  @ParameterizedTest
  @MethodSource("pipelines")
  void givesEveryFlagOfEveryStepAndNoOther(Path file) throws IOException {
    for (Template template : WorkflowTemplate.read(file).templates().values()) {
      if (template instanceof Template.Container container) {
        Step<?> step = StepClass.named(container.command().getLast()).step();
        List<String> flags = Flags.of(List.of(step.configType(), StepFlags.class)).names();

        List<String> given =
            container.args().stream().map(argument -> argument.split("=")[0].substring(2)).toList();

        assertEquals(new TreeSet<>(flags), new TreeSet<>(given), container.name());
        assertEquals(flags.size(), given.size(), container.name());
        assertEquals(step.name(), container.name());
      }
    }
  }

  static Stream<Path> pipelines() throws IOException {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(directory.resolve("pipelines/argo"))) {
      directory = directory.getParent();
    }
    try (Stream<Path> files = Files.list(directory.resolve("pipelines/argo"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }
}
