package org.penstock.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.config.ConfigNode;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.config.ConfigNode.Sequence;
import org.penstock.config.Problems;
import org.penstock.config.YamlReader;

/** Every file of pipelines/argo runs here and is fit for a cluster. */
class PipelinesTest {

  @ParameterizedTest
  @MethodSource("pipelines")
  void parsesWithoutAWarning(Path file) throws IOException {
    WorkflowTemplate workflow = WorkflowTemplate.read(file);

    assertEquals(file.getFileName().toString(), workflow.name() + ".yaml");
    assertEquals(List.of(), workflow.warnings());
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void takesEveryImageAtTheVersionOfOneParameter(Path file) throws IOException {
    for (Template.Container container : containers(file)) {
      assertEquals(
          "{{workflow.parameters.registry}}/%s:{{workflow.parameters.version}}"
              .formatted(container.name()),
          container.image());
    }
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void retriesWhatMayPassAndNothingElse(Path file) throws IOException {
    for (Template.Container container : containers(file)) {
      Retry retry = container.retry().orElseThrow();

      assertEquals(Retry.Policy.ALWAYS, retry.policy());
      assertEquals(
          Expression.parse(
              "lastRetry.status == 'Error' || asInt(lastRetry.exitCode) in [75, 137, 143]"),
          retry.expression().orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void givesEveryOutputADefaultSinceItsTaskMayBeSkipped(Path file) throws IOException {
    for (Template template : WorkflowTemplate.read(file).templates().values()) {
      for (Output output : template.outputs()) {
        assertTrue(output.value().isPresent(), template.name() + "." + output.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void deniesIfNobodyAnswers(Path file) throws IOException {
    for (Template template : WorkflowTemplate.read(file).templates().values()) {
      if (template instanceof Template.Suspend suspend) {
        Output decision =
            suspend.outputs().stream()
                .filter(output -> output.name().equals("decision"))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of("REJECT"), decision.value());
        assertTrue(suspend.duration().isPresent());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void boundsAndConfinesEveryContainer(Path file) throws IOException {
    Mapping spec = (Mapping) mapping(file).value("spec").orElseThrow();
    assertEquals("true", text(spec, "securityContext", "runAsNonRoot"));
    assertEquals("RuntimeDefault", text(spec, "securityContext", "seccompProfile", "type"));
    Mapping confined = at(spec, "templateDefaults", "container", "securityContext");
    assertEquals("false", text(confined, "allowPrivilegeEscalation"));
    assertEquals("true", text(confined, "readOnlyRootFilesystem"));
    assertEquals("true", text(confined, "runAsNonRoot"));
    assertEquals("RuntimeDefault", text(confined, "seccompProfile", "type"));
    var dropped = (Sequence) at(confined, "capabilities").value("drop").orElseThrow();
    assertEquals("'ALL'", dropped.items().getFirst().description());

    for (ConfigNode template : ((Sequence) spec.value("templates").orElseThrow()).items()) {
      Optional<ConfigNode> container = ((Mapping) template).value("container");
      if (container.isPresent()) {
        Mapping resources = at((Mapping) container.get(), "resources");
        for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
          assertFalse(text(resources, "requests", resource).isEmpty());
          assertFalse(text(resources, "limits", resource).isEmpty());
        }
      }
    }
  }

  @Test
  void findsThePipelines() throws IOException {
    assertTrue(pipelines().anyMatch(file -> file.endsWith("credit-risk.yaml")));
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

  private static List<Template.Container> containers(Path file) throws IOException {
    return WorkflowTemplate.read(file).templates().values().stream()
        .filter(Template.Container.class::isInstance)
        .map(Template.Container.class::cast)
        .toList();
  }

  private static Mapping mapping(Path file) throws IOException {
    try (var yaml = Files.newInputStream(file)) {
      return (Mapping) YamlReader.read(yaml, new Problems(file.toString())).orElseThrow();
    }
  }

  private static Mapping at(Mapping mapping, String... path) {
    for (String key : path) {
      mapping = (Mapping) mapping.value(key).orElseThrow(() -> new AssertionError("no " + key));
    }
    return mapping;
  }

  private static String text(Mapping mapping, String... path) {
    Mapping parent = at(mapping, List.of(path).subList(0, path.length - 1).toArray(String[]::new));
    return ((Scalar) parent.value(path[path.length - 1]).orElseThrow()).text();
  }
}
