package org.penstock.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.config.InvalidConfigException;
import org.penstock.workflow.Retry.Backoff;
import org.penstock.workflow.Retry.Policy;

class WorkflowTemplateTest {

  private static final String EXPECT = "# expect ";

  @Test
  void readsEveryFieldOfTheSubset() throws IOException {
    WorkflowTemplate workflow = read("valid-every-field.yaml");

    assertEquals("everything-", workflow.name());
    assertEquals("main", workflow.entrypoint());
    assertEquals(Optional.of("notify"), workflow.onExit());
    assertEquals(
        List.of(
            new Parameter("store", Optional.empty(), List.of(), "where things lie"),
            new Parameter("rounds", Optional.of("3"), List.of(), ""),
            new Parameter("force", Optional.of("false"), List.of("false", "true"), "")),
        workflow.parameters());
    assertEquals(
        List.of(
            new Task("first", "work", Map.of("rounds", "7"), Optional.empty(), Optional.empty()),
            new Task(
                "second",
                "work",
                Map.of(),
                Optional.of(Expression.parse("first")),
                Optional.of(Expression.parse("{{workflow.parameters.force}} == true"))),
            new Task(
                "ask",
                "wait",
                Map.of("evidence", "see {{tasks.first.outputs.parameters.model}}"),
                Optional.of(
                    Expression.parse("(second.Succeeded || second.Skipped) && !first.Failed")),
                Optional.empty())),
        workflow.tasks());
    assertEquals(
        new Template.Container(
            "work",
            List.of(new Parameter("rounds", Optional.of("5"), List.of(), "")),
            List.of(new Output("model", Optional.of("/tmp/outputs/model"), Optional.of(""))),
            "example.org/work:1",
            List.of("/usr/bin/java", "-cp", "@/app/classpath", "org.example.WorkMain"),
            List.of(
                "--store={{workflow.parameters.store}}", "--rounds={{inputs.parameters.rounds}}"),
            Map.of("RUN", "{{workflow.name}}/{{workflow.uid}}"),
            Optional.of(
                new Retry(
                    2,
                    Policy.ALWAYS,
                    Optional.of(Expression.parse("lastRetry.exitCode == '75'")),
                    new Backoff(
                        Duration.ofSeconds(10),
                        2,
                        Optional.of(Duration.ofSeconds(15)),
                        Optional.of(Duration.ofMinutes(1)))))),
        workflow.templates().get("work"));
    assertEquals(
        new Template.Suspend(
            "wait",
            List.of(new Parameter("evidence", Optional.empty(), List.of(), "")),
            List.of(new Output("decision", Optional.empty(), Optional.of("REJECT"))),
            Optional.of(Duration.ofHours(2))),
        workflow.templates().get("wait"));
  }

  @Test
  void tellsWhatTheClusterWouldDo() throws IOException {
    assertEquals(
        List.of(
            "valid-every-field.yaml:10: spec.parallelism: has no effect here: the runner has a"
                + " bound of its own",
            "valid-every-field.yaml:52: spec.templates[1].container.env[1].valueFrom: has no effect"
                + " here: set the variable in the environment of this machine"),
        read("valid-every-field.yaml").warnings());
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void tellsEveryProblemBeforeAnythingRuns(Path file) throws IOException {
    List<String> expected =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith(EXPECT))
            .map(line -> file.getFileName() + line.substring(EXPECT.length()))
            .toList();

    var thrown = assertThrows(InvalidConfigException.class, () -> WorkflowTemplate.read(file));

    assertEquals(String.join("\n", expected), String.join("\n", thrown.problems()));
  }

  static Stream<Path> invalid() throws IOException, URISyntaxException {
    Path directory = Path.of(WorkflowTemplateTest.class.getResource("").toURI());
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("invalid-"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static WorkflowTemplate read(String name) throws IOException {
    try (InputStream yaml = WorkflowTemplateTest.class.getResourceAsStream(name)) {
      return WorkflowTemplate.read(yaml, name);
    }
  }
}
