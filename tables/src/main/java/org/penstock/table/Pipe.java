package org.penstock.table;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Hands items from one thread to another, in order, a bounded number ahead. The producer's failure
 * reaches the consumer in the place of the next item.
 */
final class Pipe<T> {

  private sealed interface Message<T> {
    record Item<T>(T value) implements Message<T> {}

    record End<T>() implements Message<T> {}

    record Failure<T>(Throwable cause) implements Message<T> {}
  }

  /** What a thread does that fills a pipe. */
  interface Producer {
    void run() throws IOException, InterruptedException;
  }

  private final BlockingQueue<Message<T>> queue;

  Pipe(int capacity) {
    this.queue = new ArrayBlockingQueue<>(capacity);
  }

  /** Starts a thread that fills this pipe; the end is put when {@code producer} returns. */
  Thread start(String name, Producer producer) {
    return Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          try {
            producer.run();
            queue.put(new Message.End<>());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (Throwable e) {
            fail(e);
          }
        });
  }

  void put(T item) throws InterruptedException {
    queue.put(new Message.Item<>(item));
  }

  /** Returns the next item, or nothing at the end. */
  Optional<T> take() throws IOException, InterruptedException {
    return switch (queue.take()) {
      case Message.Item<T>(T item) -> Optional.of(item);
      case Message.End<T> end -> Optional.empty();
      case Message.Failure<T>(Throwable cause) -> throw unchecked(cause);
    };
  }

  private static RuntimeException unchecked(Throwable cause) throws IOException {
    return switch (cause) {
      case IOException e -> throw e;
      case Error e -> throw e;
      case RuntimeException e -> e;
      default -> new IllegalStateException(cause);
    };
  }

  private void fail(Throwable cause) {
    try {
      queue.put(new Message.Failure<>(cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
