package org.penstock.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Trains models side by side, one thread each, and keeps the order of the results. */
final class Workers implements AutoCloseable {

  private final ExecutorService pool;
  private final Watcher watcher;
  private int total;
  private int done;

  /** One model to train. */
  @FunctionalInterface
  interface Task<T> {
    T run();
  }

  /**
   * @param threads at least 1
   * @param total how many tasks there will be in all
   */
  Workers(int threads, int total, Watcher watcher) {
    this.pool = Executors.newFixedThreadPool(threads);
    this.total = total;
    this.watcher = watcher;
    watcher.trained(0, total);
  }

  /**
   * Runs all tasks.
   *
   * @return their results in the order of the tasks
   * @throws InterruptedException if the waiting thread is interrupted; tasks not begun are dropped
   */
  <T> List<T> all(List<Task<T>> tasks) throws InterruptedException {
    List<Future<T>> futures = tasks.stream().map(this::begin).toList();
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> future : futures) {
        results.add(result(future));
      }
    } finally {
      futures.forEach(future -> future.cancel(false));
    }
    return results;
  }

  /** Runs {@code task} after those that were begun before. */
  <T> Future<T> begin(Task<T> task) {
    return pool.submit(() -> {
      T result = task.run();
      count();
      return result;
    });
  }

  /** Waits for what was begun. */
  <T> T result(Future<T> begun) throws InterruptedException {
    try {
      return begun.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("A model could not be trained", e.getCause());
    }
  }

  /** Expects {@code more} tasks than before, or fewer if below 0. */
  synchronized void expect(int more) {
    total += more;
  }

  private synchronized void count() {
    done++;
    watcher.trained(done, total);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
