package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PenstockMainTest {

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"new", "run", "runs", "show", "approve", "reject", "get", "serve", "key"})
  void listsEveryCommand(String command) {
    int code = execute("--help");

    assertEquals(0, code);
    assertTrue(out.toString().contains("  " + command), out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"new", "run", "runs", "show", "approve", "reject", "get", "serve", "key"})
  void explainsEveryCommand(String command) {
    int code = execute(command, "--help");

    assertEquals(0, code);
    assertTrue(out.toString().startsWith("Usage: penstock " + command), out.toString());
  }

  @Test
  void suggestsTheNearestCommand() {
    int code = execute("runn");

    assertEquals(78, code);
    assertTrue(err.toString().contains("run"), err.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "run, Missing required parameter: 'PROJECT'",
    "approve, --as",
    "approve, --reason",
    "get, --to",
  })
  void saysWhatIsMissing(String command, String expected) {
    int code = execute(command);

    assertEquals(78, code);
    assertTrue(err.toString().contains(expected), err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hospital", "learning", "learning.template"})
  void knowsTheProjectsAndTakesNoTemplateForOne(String project) {
    int code = execute("run", project, "--store", directory.toString());

    assertEquals(78, code);
    assertTrue(
        err.toString().contains("known: [asset-mode, country-data, credit-risk, "), err.toString());
  }

  @Test
  void saysThatThereAreNoRuns() {
    int code = execute("runs", "--store", directory.toString());

    assertEquals(0, code);
    assertTrue(out.toString().contains("No runs yet"), out.toString());
  }

  @Test
  void saysThatARunDoesNotExist() {
    int code = execute("show", "nothing", "--store", directory.toString());

    assertEquals(66, code);
    assertTrue(err.toString().contains("no run 'nothing'"), err.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "sha256:12, '64 lower-case hexadecimal digits'",
    "training, 'RUN/STEP/OUTPUT'",
  })
  void saysWhatAnArtifactIsCalled(String artifact, String expected) {
    int code =
        execute(
            "get",
            artifact,
            "--to",
            directory.resolve("file").toString(),
            "--store",
            directory.toString());

    assertEquals(78, code);
    assertTrue(err.toString().contains(expected), err.toString());
  }

  @Test
  void refusesToOverruleThePolicyWithoutNameAndReason() {
    int code = execute("run", "credit-risk", "--despite-policy", "--store", directory.toString());

    assertEquals(78, code);
    assertTrue(err.toString().contains("--approve-as"), err.toString());
    assertTrue(err.toString().contains("--reason"), err.toString());
  }

  @Test
  void namesEveryFileThatIsNotThere() {
    int code = execute("run", "credit-risk", "--config", "no.yaml", "--workflow", "none.yaml");

    assertEquals(66, code);
    assertTrue(err.toString().contains("There is no file no.yaml"), err.toString());
    assertTrue(err.toString().contains("There is no file none.yaml"), err.toString());
  }

  @Test
  void namesTheProjectsThereAre() {
    int code = execute("run", "credit-rsk", "--store", directory.toString());

    assertEquals(78, code);
    assertTrue(err.toString().contains("credit-risk"), err.toString());
  }

  private int execute(String... args) {
    CommandLine command = PenstockMain.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(args);
  }
}
