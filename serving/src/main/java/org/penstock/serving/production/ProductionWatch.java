package org.penstock.serving.production;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.penstock.artifact.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether something else was deployed, verifies it as at the start, and lets it
 * answer. What is refused is logged once, and what was served before goes on being served.
 */
public final class ProductionWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ProductionWatch.class);

  private final Production production;
  private final ModelLoader loader;
  private final Thread thread;
  private Optional<Sha256> refused = Optional.empty();

  private ProductionWatch(Production production, ModelLoader loader, Duration every) {
    this.production = requireNonNull(production, "production");
    this.loader = requireNonNull(loader, "loader");
    this.thread = Thread.ofVirtual().name("production-watch").unstarted(() -> watch(every));
  }

  /** Starts to look, every so often, until closed. */
  public static ProductionWatch start(Production production, ModelLoader loader, Duration every) {
    ProductionWatch watch = new ProductionWatch(production, loader, every);
    watch.thread.start();
    return watch;
  }

  private void watch(Duration every) {
    try {
      while (true) {
        Thread.sleep(every);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void look() {
    try {
      Sha256 digest = loader.current();
      if (digest.equals(production.current().digest()) || refused.equals(Optional.of(digest))) {
        return;
      }

      refused = Optional.of(digest);
      ServedModel next = loader.load(digest);
      production.replace(next);
      refused = Optional.empty();
      log.info(
          "Serving another model artifact={} run={}", next.modelDigest(), next.deployment().run());
    } catch (ServingException e) {
      if (e.kind() == ServingException.Kind.STORAGE) {
        refused = Optional.empty(); // may pass, so it is tried again
      }
      log.warn("Still serving artifact={}: {}", production.current().modelDigest(), e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
