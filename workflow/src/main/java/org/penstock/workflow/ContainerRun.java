package org.penstock.workflow;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.penstock.config.Durations;

/**
 * Runs the program of one node, again as its retry strategy says. Called on a thread of its own.
 *
 * @param node not started yet, its inputs known
 * @param resolver knows what the arguments mention
 */
record ContainerRun(
    Template.Container template,
    NodeState node,
    Resolver resolver,
    NodeDirectory directory,
    StepLauncher launcher,
    Clock clock,
    Sleeper sleeper) {

  /** Is told what becomes of a node; from another thread than the runner's. */
  @FunctionalInterface
  interface Observer {
    void changed(NodeState node);
  }

  /** Returns the node at its end. */
  NodeState run(Observer observer) throws InterruptedException {
    Instant first = clock.instant();
    for (int number = 1; ; number++) {
      NodeState running =
          node.started(NodePhase.RUNNING, node.attempts() + number, node.inputs(), first);
      observer.changed(running);
      Attempt attempt = attempt(number);
      Verdict verdict = verdict(attempt, number, first);
      if (verdict instanceof Verdict.End(String why)) {
        return running.finished(
            attempt.phase(), attempt.exitCode(), attempt.outputs(), why, clock.instant());
      }

      Duration wait = ((Verdict.Again) verdict).pause();
      observer.changed(
          running.waiting(
              attempt.exitCode(),
              "%s; again in %s".formatted(attempt.message(), Durations.text(wait))));
      sleeper.sleep(wait);
    }
  }

  private sealed interface Verdict {
    record End(String message) implements Verdict {}

    record Again(Duration pause) implements Verdict {}
  }

  private Attempt attempt(int number) throws InterruptedException {
    Instant start = clock.instant();
    try {
      directory.clear();
      int code = launcher.launch(invocation(number));
      Duration duration = Duration.between(start, clock.instant());
      if (code != 0) {
        return new Attempt(
            NodePhase.FAILED, OptionalInt.of(code), "exit code " + code, duration, Map.of());
      }
      return new Attempt(
          NodePhase.SUCCEEDED, OptionalInt.of(0), "", duration, directory.read(template.outputs()));
    } catch (IOException | RuntimeException e) {
      Duration duration = Duration.between(start, clock.instant());
      return new Attempt(NodePhase.ERROR, OptionalInt.empty(), message(e), duration, Map.of());
    }
  }

  private static String message(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private Invocation invocation(int number) {
    var environment = new LinkedHashMap<String, String>();
    template.env().forEach((name, text) -> environment.put(name, resolve(text)));
    return new Invocation(
        node.name(),
        template.name(),
        node.attempts() + number,
        template.command(),
        template.args().stream().map(this::resolve).toList(),
        environment,
        directory.outputs(),
        directory.progress());
  }

  private String resolve(String text) {
    return resolver.replace(directory.map(text));
  }

  /** The order of the questions is Argo's: time, policy, number, expression. */
  private Verdict verdict(Attempt attempt, int number, Instant first) {
    if (attempt.phase() == NodePhase.SUCCEEDED || template.retry().isEmpty()) {
      return new Verdict.End(attempt.message());
    }

    Retry retry = template.retry().get();
    Duration wait = retry.backoff().before(number);
    boolean late =
        retry
            .backoff()
            .maxDuration()
            .filter(most -> clock.instant().plus(wait).isAfter(first.plus(most)))
            .isPresent();
    if (late) {
      return new Verdict.End(attempt.message() + "; a retry would exceed maxDuration");
    }
    if (!retry.policy().covers(attempt.phase())) {
      return new Verdict.End(attempt.message());
    }
    if (number > retry.limit()) {
      return new Verdict.End("%s, after %d retries".formatted(attempt.message(), retry.limit()));
    }
    return again(retry, attempt) ? new Verdict.Again(wait) : new Verdict.End(attempt.message());
  }

  private static boolean again(Retry retry, Attempt attempt) {
    return retry
        .expression()
        .map(expression -> expression.holds(Resolver.lastRetry(attempt)))
        .orElse(true);
  }
}
