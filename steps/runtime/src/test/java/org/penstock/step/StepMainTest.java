package org.penstock.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;
import org.penstock.config.InvalidConfigException;
import org.penstock.config.ProjectYaml;

class StepMainTest {

  record CopyConfig(Sha256 text, String suffix) {}

  /** Appends a suffix to a text. */
  private static final class CopyStep implements Step<CopyConfig> {

    private int runs;
    private boolean cacheable = true;

    @Override
    public String name() {
      return "copy";
    }

    @Override
    public Class<CopyConfig> configType() {
      return CopyConfig.class;
    }

    @Override
    public List<String> outputs() {
      return List.of("copy", "length", "note");
    }

    @Override
    public List<Record> settings(ProjectYaml config) {
      return List.of(config.model().split());
    }

    @Override
    public boolean cacheable() {
      return cacheable;
    }

    @Override
    public StepReport run(CopyConfig config, StepContext context) throws IOException {
      runs++;
      Path copy = context.newFile("copy.txt");
      Files.writeString(copy, Files.readString(context.fetch(config.text())) + config.suffix());
      context.progress().update(1, 1);
      return StepReport.of(
          Map.of("copy", Produced.of(copy, "text/plain")), Map.of("length", "4"), 1);
    }
  }

  @TempDir Path directory;

  private final CopyStep step = new CopyStep();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void writesAFileForEachOutput() throws IOException {
    Sha256 text = put("one");

    ExitCode code = run(step, "--text=" + text, "--suffix=!");

    assertEquals(ExitCode.DONE, code, err.toString(StandardCharsets.UTF_8));
    assertEquals("one!", Files.readString(store().fetch(Sha256.parse(output("copy")))));
    assertEquals("4", output("length"));
    assertEquals("false", output(StepMain.CACHE_HIT));
  }

  @Test
  void writesAnEmptyFileForAnOutputThatTheStepLeftOut() throws IOException {
    run(step, "--text=" + put("one"), "--suffix=!");

    assertEquals("", output("note"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", " "})
  void writesAnOutputToTheFileThatIsNamed(String between) throws IOException {
    Path length = directory.resolve("not/there/length");
    Path note = directory.resolve("not there/note=");
    List<String> args = new ArrayList<>(standard());
    args.addAll(List.of(("--output.length" + between + length).split(" ", 2)));
    args.addAll(List.of("--output.note=" + note, "--text=" + put("one"), "--suffix=!"));

    ExitCode code = main().run(step, args);

    assertEquals(ExitCode.DONE, code, err.toString(StandardCharsets.UTF_8));
    assertEquals("4", Files.readString(length));
    assertEquals("", Files.readString(note));
  }

  @Test
  void writesNamedFilesBesideTheDirectory() throws IOException {
    Path named = directory.resolve("named");

    run(step, "--text=" + put("one"), "--suffix=!", "--output.manifest=" + named);

    assertEquals(output(StepMain.MANIFEST), Files.readString(named));
  }

  @Test
  void refusesOutputsThatTheStepDoesNotHaveWithAllElseThatIsWrong() {
    ExitCode code =
        run(
            step,
            "--output.lenght=/a",
            "--output.x=/b",
            "--output.copy",
            "--output.note=/c",
            "--output.note=/d",
            "--sufix=!");

    assertEquals(ExitCode.CONFIG, code);
    assertEquals(
        """
        copy: --output.lenght: unknown output; did you mean 'length'?
        copy: --output.x: unknown output; known: [cache-hit, copy, length, manifest, note]
        copy: --output.copy: expected a path, got none
        copy: --output.note: given 2 times
        copy: --sufix: unknown flag; did you mean 'suffix'?
        copy: --text: missing
        copy: --suffix: missing
        """,
        err.toString(StandardCharsets.UTF_8));
    assertEquals(0, step.runs);
  }

  @Test
  void takesAnOutputThatIsNotDeclaredForABug() throws IOException {
    Step<CopyConfig> undeclared = failing(_ -> {});

    ExitCode code = run(undeclared, "--text=" + put("one"), "--suffix=!");

    assertEquals(ExitCode.BUG, code);
    assertTrue(
        err.toString(StandardCharsets.UTF_8)
            .contains("copy: Step 'copy' wrote [surprise], which are none of its outputs []"));
  }

  @Test
  void takesTheSameWorkFromTheCache() throws IOException {
    Sha256 text = put("one");
    run(step, "--text=" + text, "--suffix=!");

    run(step, "--text=" + text, "--suffix=!");

    assertEquals(1, step.runs);
    assertEquals("true", output(StepMain.CACHE_HIT));
  }

  @Test
  void worksAgainWhenAFlagDiffers() throws IOException {
    Sha256 text = put("one");
    run(step, "--text=" + text, "--suffix=!");

    run(step, "--text=" + text, "--suffix=?");

    assertEquals(2, step.runs);
  }

  @Test
  void worksAgainWhenAnInputDiffers() throws IOException {
    run(step, "--text=" + put("one"), "--suffix=!");

    run(step, "--text=" + put("two"), "--suffix=!");

    assertEquals(2, step.runs);
  }

  @Test
  void worksAgainOnlyWhenItsOwnSettingsDiffer() throws IOException {
    Sha256 text = put("one");
    String yaml = new String(PackagedConfig.bytesOf(new TestProject()), StandardCharsets.UTF_8);
    Sha256 other = put(yaml.replace("folds: 2", "folds: 3"));
    Sha256 own = put(yaml.replace("test: 0.5", "test: 0.4"));
    run(step, "--text=" + text, "--suffix=!");

    run(step, "--text=" + text, "--suffix=!", "--config=" + other);
    int runsAfterAChangeElsewhere = step.runs;
    run(step, "--text=" + text, "--suffix=!", "--config=" + own);

    assertEquals(1, runsAfterAChangeElsewhere);
    assertEquals(2, step.runs);
  }

  @Test
  void worksAgainWhenAStoredArtifactWasChanged() throws IOException {
    Sha256 text = put("one");
    run(step, "--text=" + text, "--suffix=!");
    Path stored = store().fetch(Sha256.parse(output("copy")));
    stored.toFile().setWritable(true);
    Files.writeString(stored, "two!");

    run(step, "--text=" + text, "--suffix=!");

    assertEquals(2, step.runs);
    assertEquals("one!", Files.readString(store().fetch(Sha256.parse(output("copy")))));
  }

  @Test
  void neverCachesAStepThatActs() throws IOException {
    step.cacheable = false;
    Sha256 text = put("one");
    run(step, "--text=" + text, "--suffix=!");

    run(step, "--text=" + text, "--suffix=!");

    assertEquals(2, step.runs);
  }

  @Test
  void reportsEveryWrongFlag() {
    ExitCode code = run(step, "--text=12", "--sufix=!");

    assertEquals(ExitCode.CONFIG, code);
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("--text"), said);
    assertTrue(said.contains("did you mean 'suffix'"), said);
  }

  @Test
  void saysWhichInputIsMissing() {
    Sha256 missing = Sha256.of("never stored".getBytes(StandardCharsets.UTF_8));

    ExitCode code = run(step, "--text=" + missing, "--suffix=!");

    assertEquals(ExitCode.INPUT, code);
    assertTrue(
        err.toString(StandardCharsets.UTF_8).contains(missing.hex()),
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void saysWhyWhereAClusterReadsIt() throws IOException {
    Path words = Files.writeString(directory.resolve("termination-log"), "of an earlier attempt");

    main(Map.of(LastWords.VARIABLE, words.toString())).run(step, List.of("--sufix=!"));

    String said = Files.readString(words);
    assertTrue(said.contains("did you mean 'suffix'"), said);
    assertFalse(said.contains("earlier"), said);
  }

  @Test
  void makesNoFileForItsLastWords() {
    Path words = directory.resolve("nobody-reads-it");

    main(Map.of(LastWords.VARIABLE, words.toString())).run(step, List.of("--sufix=!"));

    assertFalse(Files.exists(words));
  }

  @Test
  void saysThatAProjectDoesNotExist() throws IOException {
    ExitCode code =
        main()
            .run(
                step,
                List.of(
                    "--text=" + put("one"),
                    "--suffix=!",
                    "--project=test-projekt",
                    "--store=" + directory.resolve("store"),
                    "--outputs=" + directory.resolve("outputs")));

    assertEquals(ExitCode.CONFIG, code);
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("test-projekt"));
  }

  @Test
  void printsHelpAndDoesNothing() {
    ExitCode code = main().run(step, List.of("--help"));

    assertEquals(ExitCode.DONE, code);
    assertEquals(0, step.runs);
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("--suffix"), said);
    assertTrue(said.contains("--store"), said);
  }

  @Test
  void leavesNothingInTheScratchDirectory() throws IOException {
    List<Path> seen = new ArrayList<>();
    Step<CopyConfig> watched =
        failing(context -> {
          Files.writeString(context.newFile("half"), "half");
          seen.add(context.scratch());
          throw new IOException("gone");
        });

    run(watched, "--text=" + put("one"), "--suffix=!");

    assertFalse(Files.exists(seen.getFirst()));
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(ExitCode.DATA, new StepFailure(ExitCode.DATA, List.of("too many bad rows"))),
        arguments(ExitCode.CONFIG, new InvalidConfigException(List.of("wrong"))),
        arguments(ExitCode.TEMPORARY, new IOException("the store does not answer")),
        arguments(ExitCode.TEMPORARY, new UncheckedIOException(new IOException("gone"))),
        arguments(ExitCode.BUG, new IllegalStateException("a bug")));
  }

  private static Arguments arguments(ExitCode code, Exception failure) {
    return Arguments.of(code, failure);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void endsWithTheCodeOfTheFailure(ExitCode expected, Exception failure) throws IOException {
    Step<CopyConfig> failing =
        failing(_ -> {
          if (failure instanceof IOException io) {
            throw io;
          }
          throw (RuntimeException) failure;
        });

    ExitCode code = run(failing, "--text=" + put("one"), "--suffix=!");

    assertEquals(expected, code);
    assertTrue(
        err.toString(StandardCharsets.UTF_8)
            .contains("copy: " + failure.getMessage().lines().findFirst().orElseThrow()));
  }

  @Test
  void keysDifferBetweenSteps() throws Exception {
    CopyConfig flags = new CopyConfig(put("one"), "!");
    Sha256 code = put("code");
    Sha256 key = keyOf(flags, code);

    Sha256 sameKey = keyOf(flags, code);
    Sha256 keyOfOtherCode = keyOf(flags, put("other code"));

    assertEquals(key, sameKey);
    assertNotEquals(key, keyOfOtherCode);
  }

  private Sha256 keyOf(CopyConfig flags, Sha256 code) throws Exception {
    ProjectYaml config = PackagedConfig.of(new TestProject());
    try (SourceFiles sources = new SourceFiles(Optional.empty())) {
      return CacheKey.of(step, flags, sources, config, code).digest();
    }
  }

  /** What a failing step does. */
  @FunctionalInterface
  private interface Work {
    void on(StepContext context) throws IOException;
  }

  private static Step<CopyConfig> failing(Work work) {
    return new Step<>() {
      @Override
      public String name() {
        return "copy";
      }

      @Override
      public Class<CopyConfig> configType() {
        return CopyConfig.class;
      }

      @Override
      public List<String> outputs() {
        return List.of();
      }

      @Override
      public List<Record> settings(ProjectYaml config) {
        return List.of();
      }

      @Override
      public StepReport run(CopyConfig config, StepContext context) throws IOException {
        work.on(context);
        return StepReport.of(Map.of(), Map.of("surprise", "!"), 1);
      }
    };
  }

  private ExitCode run(Step<?> any, String... own) {
    List<String> args = new ArrayList<>(List.of(own));
    args.addAll(standard());
    args.add("--outputs=" + directory.resolve("outputs"));
    return main().run(any, args);
  }

  private List<String> standard() {
    return List.of("--project=test-project", "--store=" + directory.resolve("store"));
  }

  private StepMain main() {
    return main(Map.of());
  }

  private StepMain main(Map<String, String> environment) {
    return new StepMain(
        environment,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  private ArtifactStore store() throws IOException {
    return Stores.open(directory.resolve("store").toString(), Optional.empty());
  }

  private Sha256 put(String text) throws IOException {
    return store().put(text.getBytes(StandardCharsets.UTF_8));
  }

  private String output(String name) throws IOException {
    return Files.readString(directory.resolve("outputs").resolve(name));
  }
}
