package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ShutdownTest {

  private static final String HEAD =
      "POST /v1/predictions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
          + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n";

  @TempDir private Path directory;

  @Test
  void finishesTheRequestsThatWereBegunAndTakesNoOthers() throws Exception {
    RunningBakery bakery = RunningBakery.start(directory);
    URI uri = bakery.server.uri();
    try (Socket begun = new Socket(uri.getHost(), uri.getPort())) {
      send(begun, HEAD + "[");
      Thread.sleep(200); // until the head is read
      Thread closing = Thread.ofVirtual().start(bakery.server::close);
      awaitRefusal(uri);
      assertTrue(closing.isAlive());

      send(begun, "]");

      String reply = new String(begun.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(reply.startsWith("HTTP/1.1 200"), reply);
      closing.join();
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void awaitRefusal(URI uri) throws InterruptedException {
    while (true) {
      try {
        new Socket(uri.getHost(), uri.getPort()).close();
        Thread.sleep(20);
      } catch (IOException e) {
        return;
      }
    }
  }
}
