package org.penstock.cluster;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows the servers of a project until all of them serve what they were told. */
public final class Rollout {

  private static final Duration EVERY = Duration.ofSeconds(1);

  /** An API server that is upgraded is away this long. */
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Servers servers;
  private final Clock clock;
  private final Pause pause;
  private final Consumer<String> progress;

  /** Waits, or does not wait in a test. */
  @FunctionalInterface
  public interface Pause {
    void pause(Duration time) throws InterruptedException;
  }

  /**
   * @param progress is told in a few words how far it is, whenever that changes
   */
  public Rollout(Servers servers, Clock clock, Pause pause, Consumer<String> progress) {
    this.servers = requireNonNull(servers, "servers");
    this.clock = requireNonNull(clock, "clock");
    this.pause = requireNonNull(pause, "pause");
    this.progress = requireNonNull(progress, "progress");
  }

  /**
   * Waits until all servers are told {@code deployment}, are available, and no others are left.
   *
   * @return why that did not happen, in sentences; empty if it did
   * @throws IOException if the API server does not answer for a minute
   */
  public List<String> await(Optional<String> deployment, Duration timeout)
      throws IOException, InterruptedException {
    Instant start = clock.instant();
    Instant heard = start;
    String told = "";
    while (true) {
      try {
        ServersState state = servers.state();
        heard = clock.instant();
        if (state.seen() && !state.progress().equals(told)) {
          told = state.progress();
          progress.accept(told);
        }
        if (!state.deployment().equals(deployment)) {
          return List.of(
              "Somebody else told the servers to serve %s meanwhile."
                  .formatted(state.deployment().orElse("what the alias names")));
        }
        if (state.isRolledOut()) {
          return List.of();
        }
        boolean late = !clock.instant().isBefore(start.plus(timeout));
        if (late || state.stuck().isPresent()) {
          return problems(state, timeout);
        }
      } catch (IOException e) {
        if (!clock.instant().isBefore(heard.plus(SILENCE))) {
          throw e;
        }
      }
      pause.pause(EVERY);
    }
  }

  private List<String> problems(ServersState state, Duration timeout) {
    List<String> problems = new ArrayList<>();
    problems.add(
        state
            .stuck()
            .map("The cluster gave up: %s"::formatted)
            .orElse("After %d s only %s.".formatted(timeout.toSeconds(), state.progress())));
    problems.addAll(servers.troubles());
    return problems;
  }
}
