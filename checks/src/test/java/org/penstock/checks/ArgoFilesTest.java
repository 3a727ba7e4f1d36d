package org.penstock.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.config.ConfigNode;
import org.penstock.config.InvalidConfigException;
import org.penstock.workflow.WorkflowTemplate;

/** What the pipelines of Argo name exists and fits; and each check notices when it does not. */
class ArgoFilesTest {

  /** One thing wrong with a file, and the sentence that tells it. */
  record Mutation(String file, String from, String to, String expected) {

    @Override
    public String toString() {
      return expected;
    }
  }

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("files")
  void fit(Path file) throws IOException {
    assertEquals(List.of(), ArgoChecks.problems(file));
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void doNotFitWhen(Mutation mutation) throws IOException {
    String text = Files.readString(Checkout.at("pipelines/argo").resolve(mutation.file));
    int at = text.indexOf(mutation.from);
    assertTrue(at >= 0, "the file no longer has: " + mutation.from);
    Path mutant = directory.resolve(mutation.file);
    Files.writeString(
        mutant, text.substring(0, at) + mutation.to + text.substring(at + mutation.from.length()));

    List<String> problems =
        ArgoChecks.problems(mutant).stream()
            .map(problem -> problem.replaceFirst("^credit-risk[a-z.]*:\\d+: ", ""))
            .toList();

    assertTrue(problems.contains(mutation.expected), () -> String.join("\n", problems));
  }

  static List<Mutation> mutations() throws Exception {
    Path list = Path.of(ArgoFilesTest.class.getResource("argo-mutations.yaml").toURI());
    return ((ConfigNode.Sequence) Checkout.read(list))
        .items().stream()
            .map(it ->
                new Mutation(
                    Yaml.text(it, "file"),
                    Yaml.text(it, "from"),
                    Yaml.text(it, "to"),
                    Yaml.text(it, "expect")))
            .toList();
  }

  /** Whoever runs a file of the directory here gets a run, or one sentence that helps. */
  @ParameterizedTest
  @MethodSource("files")
  void runHereOrSayWhatToDoInstead(Path file) throws IOException {
    if (!file.toString().endsWith(".cron.yaml")) {
      assertEquals(List.of(), WorkflowTemplate.read(file).warnings());
      return;
    }

    var thrown = assertThrows(InvalidConfigException.class, () -> WorkflowTemplate.read(file));

    String template = file.getFileName().toString().replace(".cron.yaml", "");
    assertEquals(1, thrown.problems().size());
    assertTrue(
        thrown.getMessage().endsWith("run '%s', the template that it names".formatted(template)),
        thrown.getMessage());
  }

  @Test
  void areThere() throws IOException {
    List<String> names = files().stream().map(file -> file.getFileName().toString()).toList();

    assertTrue(
        names.containsAll(List.of("credit-risk.yaml", "credit-risk.cron.yaml")), names.toString());
  }

  static List<Path> files() throws IOException {
    return Checkout.yaml("pipelines/argo");
  }
}
