package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.config.InvalidConfigException;
import org.penstock.config.ProjectConfig;
import org.penstock.feature.Projects;

class SettingsCheckTest {

  @Test
  void acceptsTheProjectsOwn() {
    assertDoesNotThrow(() -> check("", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: credit-risk | name: other | name: expected 'credit-risk', got 'other'",
        "- birthday | - birthdy | split.group: Unknown column 'birthdy'; did you mean 'birthday'?",
        "[code_gender | [gendr | evaluate.slices: Unknown column 'gendr'; known: [",
        "metric: average-precision | metric: averge-precision"
            + "| train.metric: Unknown metric 'averge-precision'; did you mean 'average-precision'?",
        "metric: auc | metric: aux | approval.policy: Unknown metric 'aux'; did you mean 'auc'?"
      })
  void namesWhatNobodyKnows(String before, String after, String problem) {
    var thrown = assertThrows(InvalidConfigException.class, () -> check(before, after));

    assertEquals(1, thrown.problems().size(), thrown.getMessage());
    assertTrue(thrown.getMessage().startsWith("project.yaml: " + problem), thrown.getMessage());
  }

  @Test
  void namesLabelsThatNobodyKnows() {
    var thrown =
        assertThrows(
            InvalidConfigException.class,
            () -> check("serving:", "score: {listed: [fals], by: maybe}\nserving:"));

    assertEquals(
        List.of(
            "project.yaml: score.listed: Unknown label 'fals'; did you mean 'false'?",
            "project.yaml: score.by: Unknown label 'maybe'; known: [false, true]"),
        thrown.problems());
  }

  @Test
  void namesAllProblemsAtOnce() {
    var thrown = assertThrows(InvalidConfigException.class, () -> check("metric: a", "metric: xa"));

    assertEquals(
        List.of("train.metric", "approval.policy"),
        thrown.problems().stream().map(problem -> problem.split(": ")[1]).toList());
  }

  private static void check(String before, String after) throws IOException {
    String yaml =
        Files.readString(PenstockHome.ofEnvironment().settings("credit-risk").orElseThrow())
            .replace(before, after);
    ProjectConfig config =
        ProjectConfig.read(
            new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "project.yaml");
    new SettingsCheck("project.yaml", Projects.named("credit-risk")).check(config);
  }
}
