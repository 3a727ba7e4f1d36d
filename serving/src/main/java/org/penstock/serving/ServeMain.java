package org.penstock.serving;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.InvalidStoreException;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;
import org.penstock.config.Flags;
import org.penstock.config.InvalidConfigException;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Projects;
import org.penstock.serving.production.ModelLoader;
import org.penstock.serving.production.ServingException;
import org.penstock.serving.production.ServingException.Kind;

/** The process of the service: serves until it is told to stop. */
public final class ServeMain {

  private static final int DONE = 0;

  /** Names the deployment to serve, like the flag of that name. */
  private static final String DEPLOYMENT = "PENSTOCK_DEPLOYMENT";

  /** Logs that a port is in use, which is said in one sentence here. */
  private static final String NOISY = "io.micronaut.http.server.netty.NettyHttpServer";

  private ServeMain() {}

  /** Runs until SIGTERM or SIGINT; exits with 66, 75 or 78 if there is nothing to serve. */
  public static void main(String[] arguments) throws InterruptedException {
    System.setProperty("org.slf4j.simpleLogger.log." + NOISY, "off");
    int exitCode = run(List.of(arguments), System.getenv());
    if (exitCode != DONE) {
      System.exit(exitCode);
    }
  }

  private static int run(List<String> arguments, Map<String, String> environment)
      throws InterruptedException {
    if (arguments.contains("--help")) {
      System.out.println(Flags.help(ServeConfig.class));
      return DONE;
    }

    try {
      Server server = start(Flags.parse(ServeConfig.class, arguments), environment);
      server.closeOnExit();
      System.out.printf("Serving %s at %s%n", server.served().model().project(), server.uri());
      server.awaitClose();
      return DONE;
    } catch (ServingException e) {
      e.problems().forEach(System.err::println);
      return e.kind().exitCode();
    } catch (InvalidConfigException e) {
      System.err.println(e.getMessage());
      return Kind.CONFIGURATION.exitCode();
    }
  }

  private static Server start(ServeConfig config, Map<String, String> environment)
      throws InterruptedException {
    try {
      ModelProject project = Projects.named(config.project(), ModelProject.class);
      ArtifactStore store = Stores.open(config.store(), config.s3Endpoint().map(URI::create));
      ModelLoader loader = new ModelLoader(project, store, config.verifier());
      Server.Listen listen = config.listen();
      Optional<Sha256> pinned = config.deployment().or(() -> pinned(environment));
      if (config.awaitDeployment() && pinned.isEmpty()) {
        WaitingRoom.await(loader, listen, project.name());
      }
      return Server.start(loader, listen, pinned);
    } catch (IllegalArgumentException | InvalidStoreException e) {
      throw new ServingException(Kind.CONFIGURATION, e.getMessage(), e);
    } catch (IOException e) {
      throw new ServingException(
          Kind.STORAGE, "The storage did not answer: %s".formatted(e.getMessage()), e);
    }
  }

  /** A pod gets it from an annotation, which is empty before the first deployment. */
  private static Optional<Sha256> pinned(Map<String, String> environment) {
    String digest = environment.getOrDefault(DEPLOYMENT, "");
    try {
      return digest.isEmpty() ? Optional.empty() : Optional.of(Sha256.parse(digest));
    } catch (IllegalArgumentException e) {
      throw new ServingException(
          Kind.CONFIGURATION, "%s: %s".formatted(DEPLOYMENT, e.getMessage()), e);
    }
  }
}
