package org.penstock.features;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes rows from a slow source in batches, one batch ahead of whoever works with them, so that
 * reading and working share two processors. The source is used by one thread at a time.
 *
 * @param <R> the row record
 */
final class BatchesAhead<R> implements Closeable {

  private final Iterator<R> source;
  private final int size;
  private final ExecutorService reading =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("rows-", 0).factory());
  private Future<List<R>> ahead;

  /**
   * Starts with the first batch.
   *
   * @param size how many rows a batch has, at most; positive
   */
  BatchesAhead(Iterator<R> source, int size) {
    this.source = source;
    this.size = size;
    this.ahead = reading.submit(this::read);
  }

  /** Returns the next batch, empty at the end; what the source throws is thrown here. */
  List<R> next() throws InterruptedException {
    try {
      List<R> batch = ahead.get();
      ahead = reading.submit(this::read);
      return batch;
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** Waits for the batch that is being read. */
  @Override
  public void close() {
    reading.close();
  }

  private List<R> read() {
    List<R> batch = new ArrayList<>(size);
    while (batch.size() < size && source.hasNext()) {
      batch.add(source.next());
    }
    return batch;
  }

  /** The source throws nothing that is checked. */
  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      return unchecked;
    }

    throw (Error) cause;
  }
}
