package org.penstock.cli;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A question to a person at the terminal, who may type Ctrl-C instead of an answer. */
final class Question {

  private Question() {}

  /**
   * Returns what {@code reading} yields, stripped; empty if it yields null, for the terminal was
   * closed, or if the thread is interrupted, which is restored. Reading a terminal cannot be
   * interrupted itself, so it is left to a thread that does not keep the process from ending.
   */
  static Optional<String> ask(Supplier<String> reading) {
    FutureTask<String> answer = new FutureTask<>(reading::get);
    Thread.ofPlatform().daemon().name("question").start(answer);
    try {
      return Optional.ofNullable(answer.get()).map(String::strip);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The terminal cannot be read", e.getCause());
    }
  }
}
