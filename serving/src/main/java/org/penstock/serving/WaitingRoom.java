package org.penstock.serving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.penstock.serving.production.ModelLoader;
import org.penstock.serving.production.ServingException;
import org.penstock.serving.production.ServingException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the service is while nothing of its project is deployed. Probes learn that the process
 * lives and is not ready, everybody else that there is nothing yet; so a cluster neither ends the
 * process nor sends it requests.
 */
final class WaitingRoom {

  private static final Logger log = LoggerFactory.getLogger(WaitingRoom.class);

  private WaitingRoom() {}

  /**
   * Returns when something is deployed, at once if it is already.
   *
   * @throws ServingException if the storage does not answer, is not usable as it is set up, or the
   *     port is taken
   */
  static void await(ModelLoader loader, Server.Listen listen, String project)
      throws InterruptedException {
    if (loader.deployed().isPresent()) {
      return;
    }

    HttpServer door = open(listen);
    log.info(
        "Nothing of {} is deployed yet; looking every {} s",
        project,
        listen.lookEvery().toSeconds());
    try {
      do {
        Thread.sleep(listen.lookEvery());
      } while (loader.deployed().isEmpty());
    } finally {
      door.stop(0);
    }
  }

  private static HttpServer open(Server.Listen listen) {
    try {
      HttpServer door = HttpServer.create(new InetSocketAddress(listen.host(), listen.port()), 0);
      door.createContext("/", WaitingRoom::answer);
      door.start();
      return door;
    } catch (IOException e) {
      throw new ServingException(
          Kind.CONFIGURATION,
          "Cannot listen on port %d of %s: %s"
              .formatted(listen.port(), listen.host(), e.getMessage()),
          e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    boolean live = exchange.getRequestURI().getPath().equals("/health/live");
    byte[] body =
        (live
                ? "{\"live\":true}"
                : "{\"code\":\"nothing-deployed\",\"message\":\"Nothing is deployed yet\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(live ? 200 : 503, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
