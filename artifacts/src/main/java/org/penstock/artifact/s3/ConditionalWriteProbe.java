package org.penstock.artifact.s3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.penstock.artifact.Document;
import org.penstock.artifact.InvalidStoreException;

/**
 * Tries once whether a server keeps the promise of conditional writes, on which aliases, approvals
 * and the step cache rest: of writers that race, one wins. Some servers that speak the protocol of
 * S3 ignore the condition, or check it before they wait for each other.
 */
final class ConditionalWriteProbe {

  /** Its existence says that the store was tried; a name that no document can have. */
  private static final String MARKER = ".conditional-writes";

  private static final int ROUNDS = 3;
  private static final int WRITERS = 4;

  private final Bucket bucket;

  ConditionalWriteProbe(Bucket bucket) {
    this.bucket = bucket;
  }

  /**
   * Tries the bucket unless that was done before.
   *
   * @throws InvalidStoreException if two writers won
   */
  void run() throws IOException {
    if (bucket.read(MARKER).isPresent()) {
      return;
    }

    String name = ".probe-" + UUID.randomUUID();
    try {
      inTurn(name);
      for (int round = 0; round < ROUNDS; round++) {
        race(name + "-" + round + ".race");
      }
    } finally {
      bucket.deleteIfAllowed(name);
      for (int round = 0; round < ROUNDS; round++) {
        bucket.deleteIfAllowed(name + "-" + round + ".race");
      }
    }

    bucket.write(MARKER, "ok\n".getBytes(StandardCharsets.UTF_8));
  }

  private void inTurn(String name) throws IOException {
    byte[] first = {'1'};
    byte[] second = {'2'};
    if (!bucket.create(name, first) || bucket.create(name, second)) {
      throw refused("a second create of one object succeeds");
    }

    Document document =
        bucket.read(name).orElseThrow(() -> refused("an object just written is not there"));
    if (!bucket.replace(name, second, document.version())
        || bucket.replace(name, first, document.version())) {
      throw refused("an object is replaced that is not the one named");
    }
  }

  private void race(String name) throws IOException {
    CyclicBarrier start = new CyclicBarrier(WRITERS);
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      byte[] content = {(byte) ('a' + i)};
      writers.add(() -> {
        start.await();
        return bucket.create(name, content);
      });
    }

    int winners = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<Boolean> writer : threads.invokeAll(writers)) {
        winners += writer.get() ? 1 : 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while trying " + bucket.location(), e);
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    }

    if (winners > 1) {
      throw refused(
          "of %d writers that race to create one object, %d win".formatted(WRITERS, winners));
    }
  }

  private static IOException thrown(Throwable cause) {
    return switch (cause) {
      case IOException failure -> failure;
      case RuntimeException failure -> throw failure;
      default -> new IOException(cause);
    };
  }

  private InvalidStoreException refused(String how) {
    return new InvalidStoreException(
        "%s cannot hold a store: %s, so two runs could both believe to be first"
            .formatted(bucket.location(), how));
  }
}
