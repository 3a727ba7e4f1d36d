package org.penstock.checks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.checks.JenkinsBuild.Command;
import org.penstock.checks.JenkinsBuild.Result;
import org.penstock.checks.JenkinsBuild.World;

/** The Jenkinsfile, down every branch. */
class JenkinsfileTest {

  private static final Path FILE = Checkout.at("Jenkinsfile");
  private static final String FAILS_NOWHERE = "no command reads like this";
  private static final List<String> MADE =
      List.of("Verify", "Images", "Scan", "Submit", "Evaluate", "Evaluate");

  @Test
  void servesWhatIsApproved() {
    Build build = build("waiting", Optional.of(answer("approve")), FAILS_NOWHERE);

    assertEquals(Result.SUCCESS, build.result);
    assertEquals(and(MADE, "Approve", "Promote", "Smoke test"), build.stages());
  }

  @Test
  void promotesNothingThatAPersonRejects() {
    Build build = build("waiting", Optional.of(answer("reject")), FAILS_NOWHERE);

    assertEquals(Result.SUCCESS, build.result);
    assertEquals(and(MADE, "Approve"), build.stages());
    assertEquals("reject", build.penstock().getLast().getFirst());
  }

  @Test
  void asksNobodyWhatThePolicyRejects() {
    Build build = build("rejected", Optional.of(answer("approve")), FAILS_NOWHERE);

    assertEquals(Result.SUCCESS, build.result);
    assertEquals(MADE, build.stages());
    assertEquals(List.of(), build.jenkins.asked);
  }

  @Test
  void promotesNothingWhenNobodyAnswersInTime() {
    Build build = build("waiting", Optional.empty(), FAILS_NOWHERE);

    assertEquals(Result.ABORTED, build.result);
    assertEquals(List.of("ml-approvers"), build.jenkins.asked);
    assertEquals(MADE, build.stages());
  }

  @ParameterizedTest
  @CsvSource({
    "penstock verify, Verify",
    "penstock images, Images",
    "grype, Scan",
    "penstock submit, Submit",
    "--report, Evaluate",
    "$DECISION, Approve",
    "helm upgrade, Promote"
  })
  void endsWhereACommandFails(String command, String stage) {
    Build build = build("waiting", Optional.of(answer("approve")), command);

    assertEquals(Result.FAILURE, build.result);
    assertEquals(stage, build.stages().getLast());
  }

  @Test
  void archivesWhatThereIsAlsoOfAFailedBuild() {
    Build build = build("waiting", Optional.empty(), "penstock submit");

    assertEquals(
        List.of("report.html, images/target/images/*.yaml, images/target/images/*.cdx.json"),
        build.jenkins.archived);
  }

  @Test
  void rollsModelAndImageBackWhenTheSmokeTestFails() {
    Build build = build("waiting", Optional.of(answer("approve")), "helm test");

    assertEquals(Result.FAILURE, build.result);
    assertEquals(
        List.of("helm test", "./penstock rollback", "helm rollback"),
        build.lines().subList(8, build.lines().size()).stream()
            .map(JenkinsfileTest::twoWords)
            .toList());
  }

  @Test
  void rollsTheImageBackAlsoWhenTheModelCannotBe() {
    Build build = build("waiting", Optional.of(answer("approve")), "helm test|penstock rollback");

    assertEquals(Result.FAILURE, build.result);
    assertEquals("helm rollback", twoWords(build.lines().getLast()));
  }

  @Test
  void failsWhenTheImageCannotBeRolledBack() {
    Build build = build("waiting", Optional.of(answer("approve")), "helm test|helm rollback");

    assertEquals(Result.FAILURE, build.result);
  }

  /** Whether an author may approve is decided by the command, which gets both names. */
  @Test
  void signsWithTheKeyOfWhoAnswered() {
    Build build = build("waiting", Optional.of(answer("approve")), FAILS_NOWHERE);

    assertEquals(
        List.of(
            "approve",
            "credit-risk-17",
            "--cluster",
            "--as",
            "ada",
            "--reason",
            "looked at the report",
            "--key",
            "secret penstock-key-ada",
            "--wait"),
        build.penstock().getLast());
  }

  @Test
  void buildsOneAtATimeAndEnds() {
    JenkinsStage pipeline =
        new JenkinsDsl().read(FILE, new JenkinsEnvironment(Map.of("BUILD_NUMBER", "17")));

    assertEquals(List.of("disableConcurrentBuilds", "buildDiscarder", "timeout"), pipeline.options);
    pipeline.stages.forEach(stage -> assertEquals(List.of("timeout"), stage.options, stage.name));
  }

  @Test
  void isShort() throws IOException {
    List<String> lines = Files.readAllLines(FILE);

    assertAll(
        () -> assertTrue(lines.size() < 80, () -> lines.size() + " lines"),
        () ->
            assertEquals(
                1,
                lines.stream().filter(line -> line.contains("script {")).count(),
                "Groovy logic"));
  }

  private static Map<String, String> answer(String decision) {
    return Map.of("submitter", "ada", "DECISION", decision, "REASON", "looked at the report");
  }

  private static Build build(String state, Optional<Map<String, String>> answer, String failing) {
    List<String> parts = List.of(failing.split("\\|"));
    var jenkins =
        new JenkinsBuild(new World(line -> parts.stream().anyMatch(line::contains), state, answer));
    return new Build(jenkins, jenkins.run(FILE));
  }

  private static List<String> and(List<String> first, String... rest) {
    return Stream.concat(first.stream(), Stream.of(rest)).toList();
  }

  private static String twoWords(String line) {
    return String.join(" ", List.of(line.split(" ")).subList(0, 2));
  }

  /** What a build did. */
  private record Build(JenkinsBuild jenkins, Result result) {

    List<String> stages() {
      return jenkins.commands.stream().map(Command::stage).toList();
    }

    List<String> lines() {
      return jenkins.commands.stream().map(Command::line).toList();
    }

    List<List<String>> penstock() {
      return jenkins.commands.stream()
          .flatMap(it -> ShellWords.commands("./penstock", it.line(), it.environment()).stream())
          .toList();
    }
  }
}
