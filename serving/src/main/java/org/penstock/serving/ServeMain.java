package org.penstock.serving;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.InvalidStoreException;
import org.penstock.artifact.Stores;
import org.penstock.config.Flags;
import org.penstock.config.InvalidConfigException;
import org.penstock.feature.Project;
import org.penstock.feature.Projects;
import org.penstock.serving.production.ServingException;
import org.penstock.serving.production.ServingException.Kind;

/** The process of the service: serves until it is told to stop. */
public final class ServeMain {

  private static final int DONE = 0;

  /** Logs that a port is in use, which is said in one sentence here. */
  private static final String NOISY = "io.micronaut.http.server.netty.NettyHttpServer";

  private ServeMain() {}

  /** Runs until SIGTERM or SIGINT; exits with 66, 75 or 78 if there is nothing to serve. */
  public static void main(String[] arguments) throws InterruptedException {
    System.setProperty("org.slf4j.simpleLogger.log." + NOISY, "off");
    int exitCode = run(List.of(arguments));
    if (exitCode != DONE) {
      System.exit(exitCode);
    }
  }

  private static int run(List<String> arguments) throws InterruptedException {
    if (arguments.contains("--help")) {
      System.out.println(Flags.help(ServeConfig.class));
      return DONE;
    }

    try {
      Server server = start(Flags.parse(ServeConfig.class, arguments));
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

  private static Server start(ServeConfig config) {
    try {
      Project project = Projects.named(config.project());
      ArtifactStore store = Stores.open(config.store(), config.s3Endpoint().map(URI::create));
      return Server.start(
          project, store, config.verifier(), new Server.Listen(config.host(), config.port()));
    } catch (IllegalArgumentException | InvalidStoreException e) {
      throw new ServingException(Kind.CONFIGURATION, e.getMessage(), e);
    } catch (IOException e) {
      throw new ServingException(
          Kind.STORAGE, "The storage did not answer: %s".formatted(e.getMessage()), e);
    }
  }
}
