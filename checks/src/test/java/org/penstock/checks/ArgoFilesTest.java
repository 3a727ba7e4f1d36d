package org.penstock.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.workflow.WorkflowTemplate;

/** What the pipelines of Argo name exists and fits; and each check notices when it does not. */
class ArgoFilesTest {

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("files")
  void fit(Path file) throws IOException {
    assertEquals(List.of(), ArgoChecks.problems(file));
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void doNotFitWhen(Mutation mutation) throws IOException {
    for (Path file : files()) {
      Files.copy(file, directory.resolve(file.getFileName()));
    }
    Path mutant = mutation.applyIn(directory);

    List<String> problems =
        ArgoChecks.problems(mutant).stream()
            .map(problem -> problem.replaceFirst("^[a-z-]+[a-z.]*:\\d+: ", ""))
            .toList();

    assertTrue(problems.contains(mutation.expected()), () -> String.join("\n", problems));
  }

  static List<Mutation> mutations() throws Exception {
    return Mutation.read("argo-mutations.yaml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void runHereAsTheyAre(Path file) throws IOException {
    assertEquals(List.of(), WorkflowTemplate.read(file).warnings());
  }

  @Test
  void areThere() throws IOException {
    List<String> names = files().stream().map(file -> file.getFileName().toString()).toList();

    assertTrue(
        names.containsAll(List.of("credit-risk.yaml", "learning.template.yaml")), names.toString());
  }

  static List<Path> files() throws IOException {
    return Checkout.yaml("pipelines/argo");
  }
}
