package org.penstock.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ctrl-C while something runs: the work is interrupted, and the process waits until it has put its
 * things down.
 */
final class Interruption {

  private static final int SECONDS_TO_STOP = 10;

  private Interruption() {}

  /** Returns what {@code work} returns; when the process is told to end, interrupts it first. */
  static <T> T during(Supplier<T> work) {
    Thread worker = Thread.currentThread();
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook =
        new Thread(() -> {
          worker.interrupt();
          try {
            stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      stopped.countDown();
      if (!worker.isInterrupted()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }
}
