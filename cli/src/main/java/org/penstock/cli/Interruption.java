package org.penstock.cli;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Ctrl-C while something runs: the work is interrupted, and the process waits until it has put its
 * things down.
 */
final class Interruption {

  private static final int SECONDS_TO_STOP = 10;

  private Interruption() {}

  /** What is done with the result of work, also when that was interrupted. */
  @FunctionalInterface
  interface Ending<T> {
    int of(T result) throws IOException;
  }

  /** Reads or writes files. */
  @FunctionalInterface
  interface Filing {
    void run() throws IOException;
  }

  /**
   * Does {@code work}, and then {@code ending} with its result; when the process is told to end, it
   * interrupts the work, and not the ending.
   */
  static <T> int during(Supplier<T> work, Ending<T> ending) throws IOException {
    Thread worker = Thread.currentThread();
    AtomicBoolean told = new AtomicBoolean();
    AtomicBoolean working = new AtomicBoolean(true);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook =
        new Thread(() -> {
          told.set(true);
          if (working.get()) {
            worker.interrupt();
          }
          try {
            stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      T result = work.get();
      working.set(false);
      Thread.interrupted(); // files are closed under a thread that is interrupted
      return ending.of(result);
    } finally {
      stopped.countDown();
      if (!told.get()) {
        remove(hook);
      }
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process was told to end this very moment, and the hook finds all done
    }
  }

  /**
   * Does {@code filing} to its end though the thread is interrupted, before or meanwhile; the
   * interrupt is restored. What is filed must bear being begun again.
   */
  static void holdOff(Filing filing) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          filing.run();
          return;
        } catch (ClosedByInterruptException e) {
          interrupted = true;
          Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
