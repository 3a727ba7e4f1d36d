package org.penstock.checks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.checks.JenkinsBuild.World;
import org.penstock.cli.PenstockMain;
import picocli.CommandLine;

/** What the Jenkinsfile types is understood by the commands themselves. */
class JenkinsCommandsTest {

  private static final Path FILE = Checkout.at("Jenkinsfile");

  @ParameterizedTest
  @MethodSource("typed")
  void exists(List<String> words) throws IOException {
    CommandLine cli = PenstockMain.commandLine();
    if (cli.getSubcommands().containsKey(words.getFirst())) {
      assertDoesNotThrow(() -> cli.parseArgs(words.toArray(String[]::new)));
    } else {
      String launcher = Files.readString(Checkout.at("penstock"));
      assertTrue(launcher.contains("= " + words.getFirst() + " ]"), words::toString);
    }
  }

  static List<List<String>> typed() {
    return Stream.of("approve", "reject")
        .flatMap(decision -> typed(decision).stream())
        .distinct()
        .toList();
  }

  /** Returns the commands of a build whose smoke test fails, so that all of them are typed. */
  private static List<List<String>> typed(String decision) {
    var answer = Map.of("submitter", "ada", "DECISION", decision, "REASON", "looked at it");
    var build =
        new JenkinsBuild(
            new World(line -> line.contains("helm test"), "waiting", Optional.of(answer)));
    build.run(FILE);
    return build.commands.stream()
        .flatMap(it -> ShellWords.commands("./penstock", it.line(), it.environment()).stream())
        .toList();
  }
}
