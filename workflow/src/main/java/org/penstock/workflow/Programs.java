package org.penstock.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The programs of a run, a few at once; what becomes of them waits in a queue for the runner. */
final class Programs implements AutoCloseable {

  /** How long a program that is interrupted may take to put its things away. */
  private static final int SECONDS_TO_END = 30;

  private final Path directory;
  private final StepLauncher launcher;
  private final Clock clock;
  private final Sleeper sleeper;
  private final ExecutorService threads;
  private final BlockingQueue<NodeState> changes = new LinkedBlockingQueue<>();

  Programs(Path directory, StepLauncher launcher, Clock clock, Sleeper sleeper, int parallelism) {
    this.directory = directory;
    this.launcher = launcher;
    this.clock = clock;
    this.sleeper = sleeper;
    this.threads =
        Executors.newFixedThreadPool(parallelism, Thread.ofPlatform().name("step-", 0).factory());
  }

  /** Starts the program of {@code node} as soon as a thread is free. */
  void start(Template.Container template, NodeState node, Resolver resolver) {
    var run =
        new ContainerRun(
            template,
            node,
            resolver,
            new NodeDirectory(directory.resolve(node.name())),
            launcher,
            clock,
            sleeper);
    threads.execute(() -> changes.add(end(run)));
  }

  private NodeState end(ContainerRun run) {
    try {
      return run.run(changes::add);
    } catch (InterruptedException e) {
      return NodeState.pending(run.node().name(), run.node().template());
    } catch (RuntimeException | Error e) {
      return run.node()
          .finished(NodePhase.ERROR, OptionalInt.empty(), Map.of(), e.toString(), clock.instant());
    }
  }

  /** Returns the next change of a node, at once or when there is one. */
  NodeState next() throws InterruptedException {
    return changes.take();
  }

  /** Interrupts all programs, waits for their end, and returns what became of them. */
  Iterable<NodeState> stop() {
    close();
    return changes;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        ended = true;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
