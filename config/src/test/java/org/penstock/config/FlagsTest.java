package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagsTest {

  enum Mode {
    IN_PROCESS,
    ISOLATED
  }

  record Digest(String hex) {

    static Digest parse(String text) {
      if (!text.startsWith("sha256:")) {
        throw new IllegalArgumentException("expected sha256:…, got '%s'".formatted(text));
      }
      return new Digest(text.substring(7));
    }
  }

  record StepFlags(
      @Help("what to read") Digest trainingTable,
      @Default("in-process") Mode mode,
      @Help("where results go") @Default(".") Path outputs,
      Optional<URI> s3Endpoint,
      @Default("[]") List<String> tags,
      @Default("false") boolean force,
      @Default("0.5") double share,
      @Default("10s") Duration patience) {}

  record Other(@Default("3") int rounds) {}

  @Test
  void takesDefaults() {
    StepFlags flags = Flags.parse(StepFlags.class, List.of("--training-table=sha256:ab"));

    assertEquals(
        new StepFlags(
            new Digest("ab"),
            Mode.IN_PROCESS,
            Path.of("."),
            Optional.empty(),
            List.of(),
            false,
            0.5,
            Duration.ofSeconds(10)),
        flags);
  }

  @Test
  void readsEveryFlagInBothSpellings() {
    StepFlags flags =
        Flags.parse(
            StepFlags.class,
            List.of(
                "--training-table",
                "sha256:ab",
                "--mode",
                "isolated",
                "--outputs=/tmp/a=b",
                "--s3-endpoint",
                "http://127.0.0.1:9000",
                "--tags",
                "a",
                "--tags=b, c",
                "--force",
                "--share",
                "-1e-3",
                "--patience=5m"));

    assertEquals(
        new StepFlags(
            new Digest("ab"),
            Mode.ISOLATED,
            Path.of("/tmp/a=b"),
            Optional.of(URI.create("http://127.0.0.1:9000")),
            List.of("a", "b, c"),
            true,
            -1e-3,
            Duration.ofMinutes(5)),
        flags);
  }

  @Test
  void takesAnEmptyValueOfAnOptionalForAbsent() {
    StepFlags flags =
        Flags.parse(StepFlags.class, List.of("--training-table=sha256:ab", "--s3-endpoint="));

    assertEquals(Optional.empty(), flags.s3Endpoint());
  }

  @ParameterizedTest
  @CsvSource({"--force=true, true", "--force=false, false", "--force, true"})
  void readsABooleanWithAndWithoutItsValue(String argument, boolean expected) {
    StepFlags flags = Flags.parse(StepFlags.class, List.of("--training-table=sha256:ab", argument));

    assertEquals(expected, flags.force());
  }

  @Test
  void tellsEveryProblem() {
    var thrown =
        assertThrows(
            InvalidConfigException.class,
            () ->
                Flags.parse(
                    StepFlags.class,
                    List.of(
                        "--mdoe",
                        "isolated",
                        "loose",
                        "--mode=isolatd",
                        "--share=0x1p3",
                        "--patience",
                        "--force=yes",
                        "--s3-endpoint=http://a b",
                        "--outputs=a",
                        "--outputs=b")));

    assertEquals(
        List.of(
            "--mdoe: unknown flag; did you mean 'mode'?",
            "expected a flag like --name=value, got 'loose'",
            "--patience: expected a value, got none",
            "--outputs: given 2 times",
            "--training-table: missing",
            "--mode: expected one of [in-process, isolated], got 'isolatd'; did you mean"
                + " 'isolated'?",
            "--s3-endpoint: Illegal character in authority at index 8: http://a b",
            "--force: expected true or false, got 'yes'",
            "--share: expected a number, got '0x1p3'"),
        thrown.problems());
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "3d", "1e400", "1_000", "''"})
  void refusesANumberThatIsNone(String text) {
    var thrown =
        assertThrows(
            InvalidConfigException.class,
            () ->
                Flags.parse(
                    StepFlags.class, List.of("--training-table=sha256:ab", "--share=" + text)));

    assertEquals(
        List.of("--share: expected a number, got '%s'".formatted(text)), thrown.problems());
  }

  @Test
  void readsSeveralRecordsFromTheSameArguments() {
    Flags.Parsed parsed =
        Flags.of(List.of(StepFlags.class, Other.class))
            .parse(List.of("--rounds=5", "--training-table=sha256:ab"));

    assertEquals(new Other(5), parsed.record(Other.class));
    assertEquals(new Digest("ab"), parsed.record(StepFlags.class).trainingTable());
  }

  @Test
  void refusesTwoRecordsWithOneFlag() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class, () -> Flags.of(List.of(Other.class, Other.class)));

    assertEquals("Two records have the flag --rounds", thrown.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "--share, '--share: expected a value, got none'",
    "--x, '--x: unknown flag; known: [rounds]'"
  })
  void tellsThatTheLastFlagHasNoValue(String flag, String problem) {
    Class<? extends Record> type = flag.equals("--x") ? Other.class : StepFlags.class;
    List<String> arguments =
        flag.equals("--x") ? List.of(flag) : List.of("--training-table=sha256:ab", flag);

    var thrown = assertThrows(InvalidConfigException.class, () -> Flags.parse(type, arguments));

    assertEquals(List.of(problem), thrown.problems());
  }

  @Test
  void takesTheWordAfterAnUnknownFlagForItsValueOnlyIfItHasNone() {
    List<String> arguments = List.of("--ruonds=3", "--rounds=x", "--ruonds", "--rounds=y");

    var thrown =
        assertThrows(InvalidConfigException.class, () -> Flags.parse(Other.class, arguments));

    assertEquals(
        List.of(
            "--ruonds: unknown flag; did you mean 'rounds'?",
            "--rounds: given 2 times",
            "--rounds: expected a whole number, got 'y'"),
        thrown.problems());
    var loose =
        assertThrows(
            InvalidConfigException.class,
            () -> Flags.parse(Other.class, List.of("--ruonds=3", "loose")));
    assertEquals(2, loose.problems().size());
  }

  @Test
  void describesEveryFlag() {
    assertEquals(
        """
          --training-table=DIGEST     what to read (required)
          --mode=in-process|isolated  (default: in-process)
          --outputs=PATH              where results go (default: .)
          --s3-endpoint=URI           (optional)
          --tags=TEXT …               (default: [])
          --force=true|false          (default: false)
          --share=NUMBER              (default: 0.5)
          --patience=TIME             (default: 10s)
        """,
        Flags.help(StepFlags.class));
    assertTrue(Flags.of(List.of(Other.class)).names().equals(List.of("rounds")));
  }
}
