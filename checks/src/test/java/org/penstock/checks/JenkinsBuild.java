package org.penstock.checks;

import groovy.lang.Closure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One build of a Jenkinsfile in the order of Jenkins' declarative interpreter: options, `when`
 * before the input, input, agent, environment, stages or steps, post. Commands only pretend to run.
 */
final class JenkinsBuild {

  /** How a build or a stage ended. */
  enum Result {
    SUCCESS,
    FAILURE,
    ABORTED
  }

  /** A line given to the shell, in which stage, and the environment that it saw. */
  record Command(String stage, String line, Map<String, String> environment) {}

  /**
   * What happens around the build.
   *
   * @param fails which commands do not end with zero
   * @param state of the run, as {@code show --state} prints it
   * @param answer to the question by parameter, and {@code submitter}; empty: nobody in time
   */
  record World(Predicate<String> fails, String state, Optional<Map<String, String>> answer) {}

  final List<Command> commands = new ArrayList<>();
  final List<String> archived = new ArrayList<>();
  final List<String> asked = new ArrayList<>();

  private final JenkinsDsl dsl = new JenkinsDsl();
  private final JenkinsEnvironment environment =
      new JenkinsEnvironment(Map.of("BUILD_NUMBER", "17"));
  private final World world;
  private boolean onAgent;
  private boolean caught;
  private String current = "";

  JenkinsBuild(World world) {
    this.world = world;
    dsl.on("sh", args -> sh(args[0].toString()), CharSequence.class);
    dsl.on("sh", args -> sh(((Map<?, ?>) args[0]).get("script").toString()), Map.class);
    dsl.on("script", args -> dsl.helper.callClosure((Closure<?>) args[0]), Closure.class);
    dsl.on("credentials", args -> "secret " + args[0], CharSequence.class);
    dsl.on("file", args -> args[0], Map.class);
    dsl.on("withCredentials", this::withCredentials, Collection.class, Closure.class);
    dsl.on("stash", args -> null, Map.class);
    dsl.on("unstash", args -> null, String.class);
    dsl.on("archiveArtifacts", args -> archived.add(named(args, "artifacts")), Map.class);
    dsl.on("catchError", this::catchError, Map.class, Closure.class);
  }

  /** Runs all of {@code jenkinsfile}. */
  Result run(Path jenkinsfile) {
    Result result = stage(dsl.read(jenkinsfile, environment));
    return result == Result.SUCCESS && caught ? Result.FAILURE : result;
  }

  private Result stage(JenkinsStage written) {
    boolean outerAgent = onAgent;
    String outer = current;
    int depth = environment.depth();
    current = written.name;
    try {
      if (written.beforeInput && !isWanted(written)) {
        return Result.SUCCESS;
      }

      written.input.ifPresent(input -> ask(written, input));
      onAgent |= written.agent;
      return isWanted(written) ? body(written) : Result.SUCCESS;
    } catch (Ended e) {
      return e.result;
    } finally {
      environment.leaveTo(depth);
      onAgent = outerAgent;
      current = outer;
    }
  }

  private Result body(JenkinsStage written) {
    written.environment.ifPresent(environment::enter);
    Result result = written.steps.map(this::attempt).orElse(Result.SUCCESS);
    for (JenkinsStage nested : written.stages) {
      result = result == Result.SUCCESS ? stage(nested) : result;
    }

    for (String condition : List.of("always", result.name().toLowerCase(Locale.ROOT))) {
      Result post =
          Optional.ofNullable(written.post.get(condition)).map(this::attempt).orElse(result);
      result = result == Result.SUCCESS ? post : result;
    }
    return result;
  }

  private Result attempt(Closure<?> steps) {
    try {
      dsl.helper.callClosure(steps);
      return Result.SUCCESS;
    } catch (Ended e) {
      return e.result;
    }
  }

  private void ask(JenkinsStage asking, JenkinsStage.Input input) {
    if (onAgent || !asking.options.contains("timeout")) {
      throw new AssertionError("'%s' holds an agent, or waits for ever".formatted(asking.name));
    }

    asked.add(input.texts.get("submitter"));
    Map<String, String> answer = world.answer().orElseThrow(() -> new Ended(Result.ABORTED));
    var given = new TreeMap<String, String>();
    given.put(input.texts.get("submitterParameter"), answer.get("submitter"));
    input.parameters.forEach((name, choices) -> {
      if (!choices.isEmpty() && !choices.contains(answer.get(name))) {
        throw new AssertionError("%s is none of %s".formatted(answer.get(name), choices));
      }
      given.put(name, answer.get(name));
    });
    environment.enter(given);
  }

  private boolean isWanted(JenkinsStage written) {
    return environment.seen().entrySet().containsAll(written.when.entrySet());
  }

  private String sh(String line) {
    if (!onAgent) {
      throw new AssertionError("No agent in '%s' for: %s".formatted(current, line));
    }

    commands.add(new Command(current, line, environment.seen()));
    if (world.fails().test(line)) {
      throw new Ended(Result.FAILURE);
    }
    return world.state() + "\n";
  }

  private Object withCredentials(Object[] args) {
    int depth = environment.depth();
    for (Object bound : (Collection<?>) args[0]) {
      Object[] binding = {bound};
      environment.enter(
          Map.of(named(binding, "variable"), "secret " + named(binding, "credentialsId")));
    }
    try {
      return dsl.helper.callClosure((Closure<?>) args[1]);
    } finally {
      environment.leaveTo(depth);
    }
  }

  private Object catchError(Object[] args) {
    caught |= attempt((Closure<?>) args[1]) != Result.SUCCESS;
    return null;
  }

  private static String named(Object[] args, String name) {
    return ((Map<?, ?>) args[0]).get(name).toString();
  }

  /** Ends the stage that runs, and with it the build. */
  private static final class Ended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Result result;

    Ended(Result result) {
      super(result.name());
      this.result = result;
    }
  }
}
