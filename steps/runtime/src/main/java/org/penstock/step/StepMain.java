package org.penstock.step;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Manifest;
import org.penstock.artifact.Manifests;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;
import org.penstock.config.Flags;
import org.penstock.config.ProjectYaml;
import org.penstock.feature.Project;
import org.penstock.feature.Projects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one main loop of all programs. Of a step: reads the flags, takes the result from the cache or
 * does the work, stores the artifacts, then the manifest, then the output files.
 *
 * <p>Killed at any point, it leaves blobs that no manifest names, which do not exist as artifacts;
 * running it again finishes the work.
 */
public final class StepMain {

  /**
   * Output file that says whether the result came from the cache: {@code true} or {@code false}.
   */
  public static final String CACHE_HIT = "cache-hit";

  /** Output file with the key of the manifest. */
  public static final String MANIFEST = "manifest";

  private static final Logger log = LoggerFactory.getLogger(StepMain.class);

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;

  /**
   * @param environment of the process; {@code ARGO_PROGRESS_FILE} is read
   * @param out receives what {@code --help} prints
   * @param err receives what went wrong, one sentence a line
   */
  public StepMain(Map<String, String> environment, PrintStream out, PrintStream err, Clock clock) {
    this.environment = Map.copyOf(environment);
    this.out = requireNonNull(out, "out");
    this.err = requireNonNull(err, "err");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Runs {@code program} as this process and ends it. */
  public static void exit(Program<?> program, String[] args) {
    ExitCode code =
        new StepMain(System.getenv(), System.out, System.err, Clock.systemUTC())
            .run(program, List.of(args));
    System.exit(code.code());
  }

  /** Runs {@code program} and returns how it ended; what went wrong was printed. */
  public ExitCode run(Program<?> program, List<String> args) {
    if (args.contains("--help")) {
      out.print(StepArguments.help(program));
      return ExitCode.DONE;
    }

    try {
      switch (program) {
        case Step<?> step -> execute(step, args);
        case ExitHandler<?> handler -> handle(handler, args);
      }
      return ExitCode.DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(program, e);
    } catch (IOException | RuntimeException | Error e) {
      return failed(program, e);
    }
  }

  private <C extends Record> void handle(ExitHandler<C> handler, List<String> args)
      throws InterruptedException {
    C flags = flags(handler).parse(args).record(handler.configType());
    handler.handle(flags, environment).forEach(line -> err.println(handler.name() + ": " + line));
  }

  private ExitCode failed(Program<?> program, Throwable failure) {
    ExitCode code = ExitCode.of(failure);
    if (code == ExitCode.BUG) {
      failure.printStackTrace(err);
    }
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    message.lines().forEach(line -> err.println(program.name() + ": " + line));
    LastWords.of(environment).say(message);
    return code;
  }

  private <C extends Record> void execute(Step<C> step, List<String> args)
      throws IOException, InterruptedException {
    StepArguments<C> arguments = StepArguments.parse(step, args);
    StepFlags flags = arguments.flags();
    long start = System.nanoTime();
    ArtifactStore store = Stores.open(flags.store(), flags.s3Endpoint());
    Project project = projectNamed(flags.project());
    ProjectYaml config = configOf(flags, project, store);
    Sha256 code = CodeVersion.of(step.getClass(), project.getClass());
    try (SourceFiles sources = new SourceFiles(flags.s3Endpoint())) {
      CacheKey key = CacheKey.of(step, arguments.own(), sources, config, code);
      log.info("start step={} project={} key={}", step.name(), flags.project(), key.digest());

      Optional<Manifest> earlier =
          step.cacheable() ? new Manifests(store).find(key.digest()) : Optional.empty();
      Manifest manifest =
          earlier.isPresent()
              ? earlier.get()
              : work(step, arguments.own(), new Work(config, project, store, sources, key, code));
      arguments.outputs().write(values(step, manifest, key, earlier.isPresent()));
      log.info(
          "done step={} cached={} seconds={}",
          step.name(),
          earlier.isPresent(),
          since(start).toMillis() / 1000.0);
    }
  }

  private record Work(
      ProjectYaml config,
      Project project,
      ArtifactStore store,
      SourceFiles sources,
      CacheKey key,
      Sha256 code) {}

  private static Project projectNamed(String name) {
    try {
      return Projects.named(name);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    }
  }

  private static ProjectYaml configOf(StepFlags flags, Project project, ArtifactStore store)
      throws IOException {
    return flags.config().isPresent()
        ? ProjectYaml.read(store.fetch(flags.config().get()))
        : PackagedConfig.of(project);
  }

  private <C extends Record> Manifest work(Step<C> step, C own, Work work)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path scratch = Files.createTempDirectory("penstock-" + step.name() + "-");
    try {
      StepReport report =
          step.run(
              own,
              new StepContext(
                  work.config(),
                  work.project(),
                  work.store(),
                  work.sources(),
                  scratch,
                  progress(),
                  clock,
                  work.code()));
      requireDeclared(step, report);
      SortedMap<String, Manifest.Output> outputs = new TreeMap<>();
      for (Map.Entry<String, Produced> artifact : report.artifacts().entrySet()) {
        Produced produced = artifact.getValue();
        long size = Files.size(produced.file());
        outputs.put(
            artifact.getKey(),
            new Manifest.Output(
                work.store().put(produced.file()), size, produced.rows(), produced.mediaType()));
      }
      Manifest manifest = work.key().manifest(outputs, report, since(start), clock.instant());
      return step.cacheable()
          ? new Manifests(work.store()).record(work.key().digest(), manifest)
          : manifest;
    } finally {
      delete(scratch);
    }
  }

  private static void requireDeclared(Step<?> step, StepReport report) {
    List<String> undeclared =
        Stream.of(report.artifacts(), report.parameters())
            .flatMap(names -> names.keySet().stream())
            .filter(name -> !step.outputs().contains(name))
            .toList();
    if (!undeclared.isEmpty()) {
      throw new IllegalStateException(
          "Step '%s' wrote %s, which are none of its outputs %s"
              .formatted(step.name(), undeclared, step.outputs()));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Progress progress() {
    String file = environment.get("ARGO_PROGRESS_FILE");
    return file == null ? (done, total) -> {} : new ProgressFile(Path.of(file), System::nanoTime);
  }

  /** Returns the values of all outputs; one that the step left out is empty. */
  private static SortedMap<String, String> values(
      Step<?> step, Manifest manifest, CacheKey key, boolean cacheHit) {
    SortedMap<String, String> values = new TreeMap<>();
    step.outputs().forEach(name -> values.put(name, ""));
    values.putAll(manifest.parameters());
    manifest.outputs().forEach((name, output) -> values.put(name, output.digest().toString()));
    values.put(CACHE_HIT, Boolean.toString(cacheHit));
    values.put(MANIFEST, key.digest().toString());
    return values;
  }

  /** Returns the flags that {@code program} takes. */
  public static Flags flags(Program<?> program) {
    return switch (program) {
      case Step<?> step -> Flags.of(List.of(step.configType(), StepFlags.class));
      case ExitHandler<?> handler -> Flags.of(List.of(handler.configType()));
    };
  }

  /** Returns the names of all that {@code step} writes as an output. */
  public static List<String> outputs(Step<?> step) {
    return Stream.concat(step.outputs().stream(), Stream.of(MANIFEST, CACHE_HIT)).toList();
  }

  private static void delete(Path directory) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).forEach(paths::add);
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
