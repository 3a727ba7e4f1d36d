package org.penstock.serving;

import static java.util.Objects.requireNonNull;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.feature.ModelProject;
import org.penstock.serving.http.ServingMetrics;
import org.penstock.serving.production.ModelLoader;
import org.penstock.serving.production.Production;
import org.penstock.serving.production.ProductionWatch;
import org.penstock.serving.production.Readiness;
import org.penstock.serving.production.ServedModel;
import org.penstock.serving.production.ServingException;
import org.penstock.serving.production.ServingException.Kind;

/**
 * A running service. Its port opens after the deployment of the project was loaded and verified,
 * and what is deployed later is taken over in the same way.
 */
public final class Server implements AutoCloseable {

  /** Requests that were begun get this long to finish. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final ApplicationContext context;
  private final EmbeddedServer http;
  private final Production production;
  private final Optional<ProductionWatch> watch;
  private final Leaving leaving;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Server(
      ApplicationContext context,
      EmbeddedServer http,
      Production production,
      Optional<ProductionWatch> watch,
      Leaving leaving) {
    this.context = context;
    this.http = http;
    this.production = production;
    this.watch = watch;
    this.leaving = leaving;
  }

  /** How the service takes its leave. */
  private record Leaving(Readiness readiness, Duration drain) {

    void announce() {
      readiness.leave();
      try {
        Thread.sleep(drain);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // told to hurry
      }
    }
  }

  /**
   * Where a service listens.
   *
   * @param host name or address of an interface of this machine
   * @param port 0 for any free one
   * @param lookEvery how often it looks whether another model was deployed
   * @param drain how long it still takes requests once the process is told to end
   */
  public record Listen(String host, int port, Duration lookEvery, Duration drain) {

    public Listen {
      requireNonNull(host, "host");
      requireNonNull(lookEvery, "lookEvery");
      requireNonNull(drain, "drain");
    }

    public Listen(String host, int port, Duration lookEvery) {
      this(host, port, lookEvery, Duration.ZERO);
    }

    public Listen(String host, int port) {
      this(host, port, LOOK_EVERY);
    }
  }

  /** Serves what the alias {@code production} names, as it moves. */
  public static Server start(
      ModelProject project, ArtifactStore store, ApprovalVerifier verifier, Listen listen) {
    return start(new ModelLoader(project, store, verifier), listen, Optional.empty());
  }

  /**
   * Loads, verifies, and opens the port; nothing is left open if that fails.
   *
   * @param pinned the deployment to serve to the end; empty: what the alias names, as it moves
   * @throws ServingException with every reason why there is nothing to serve, or not here
   */
  static Server start(ModelLoader loader, Listen listen, Optional<Sha256> pinned) {
    CompletableFuture<ServedModel> model =
        CompletableFuture.supplyAsync(() -> loader.load(pinned.orElseGet(loader::current)));
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .deduceCloudEnvironment(false)
            .environmentPropertySource(false)
            .banner(false)
            .properties(ServerProperties.of(listen))
            .start();
    try {
      Production production = new Production(loaded(model));
      Readiness readiness = new Readiness();
      context.registerSingleton(production);
      context.registerSingleton(readiness);
      context.registerSingleton(loader.forecasts());
      context.registerSingleton(new ServingMetrics(production));
      EmbeddedServer http = context.getBean(EmbeddedServer.class);
      http.start();
      Optional<ProductionWatch> watch =
          pinned.isPresent()
              ? Optional.empty()
              : Optional.of(ProductionWatch.start(production, loader, listen.lookEvery()));
      return new Server(context, http, production, watch, new Leaving(readiness, listen.drain()));
    } catch (ServerStartupException e) {
      context.close();
      throw cannotListen(listen, e);
    } catch (RuntimeException | Error e) {
      context.close();
      throw e;
    }
  }

  /** Waits for what was loaded while the HTTP server got ready, which takes about as long. */
  private static ServedModel loaded(CompletableFuture<ServedModel> model) {
    try {
      return model.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static ServingException cannotListen(Listen listen, ServerStartupException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new ServingException(
            Kind.CONFIGURATION,
            "Port %d of %s is in use: stop what uses it, or give another --port"
                .formatted(listen.port(), listen.host()),
            e);
      }
    }
    return new ServingException(
        Kind.CONFIGURATION,
        "Cannot listen on port %d of %s: %s"
            .formatted(listen.port(), listen.host(), e.getMessage()),
        e);
  }

  /** Returns the address of the service. */
  public URI uri() {
    return http.getURI();
  }

  /** Returns what is served now. */
  public ServedModel served() {
    return production.current();
  }

  /**
   * Closes this service when the process is told to end, by SIGTERM or SIGINT: readiness says no,
   * and requests are still taken for the time of {@link Listen#drain()}.
   */
  public void closeOnExit() {
    Thread hook =
        new Thread(
            () -> {
              leaving.announce();
              close();
            },
            "close-server");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Waits until somebody closes this service. */
  public void awaitClose() throws InterruptedException {
    closed.await();
  }

  /** Takes no more requests, lets those that were begun finish, and frees the port. */
  @Override
  public void close() {
    watch.ifPresent(ProductionWatch::close);
    try {
      context
          .getBean(GracefulShutdownManager.class)
          .shutdownGracefully()
          .toCompletableFuture()
          .get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // what has not finished by now is cut off with the port
    } finally {
      context.close();
      closed.countDown();
    }
  }
}
