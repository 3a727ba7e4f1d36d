package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SmokeMainTest {

  @TempDir private Path directory;

  @Test
  void saysWhatIsServed() throws Exception {
    RunningBakery bakery = RunningBakery.start(directory);
    String url = bakery.server.uri().toString();

    Ended ended = smoke("--url=" + url);

    assertEquals(0, ended.exitCode(), ended.toString());
    assertEquals(
        "%s serves %s of project bakery, deployed as %s"
            .formatted(url, bakery.server.served().modelDigest(), bakery.server.served().digest()),
        ended.out());
    bakery.server.close();
  }

  @Test
  void saysWhatAServiceAnsweredThatIsNotReady() throws Exception {
    HttpServer waiting = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1);
    byte[] body = "{\"ready\":false}".getBytes(StandardCharsets.UTF_8);
    waiting.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(503, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    waiting.start();
    String url = "http://127.0.0.1:" + waiting.getAddress().getPort();

    Ended ended = smoke("--url=" + url, "--within-seconds=0");

    assertEquals(url + "/health/ready answered 503, expected 200: {\"ready\":false}", ended.err());
    assertEquals(75, ended.exitCode());
    waiting.stop(0);
  }

  @Test
  void saysWhenNobodyAnswers() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    Ended ended = smoke("--url=http://127.0.0.1:" + port, "--within-seconds=0");

    assertTrue(
        ended
            .err()
            .startsWith("http://127.0.0.1:%d/health/ready does not answer: ".formatted(port)),
        ended.err());
    assertEquals(75, ended.exitCode());
  }

  @Test
  void refusesAnAddressWithAPath() throws Exception {
    Ended ended = smoke("--url=http://127.0.0.1/v1");

    assertTrue(
        ended.err().contains("url is 'http://127.0.0.1/v1', expected http://host"), ended.err());
    assertEquals(78, ended.exitCode());
  }

  private record Ended(int exitCode, String out, String err) {}

  private static Ended smoke(String... flags) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmokeMain.class.getName()));
    command.addAll(List.of(flags));
    Process process = new ProcessBuilder(command).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out.strip(), err.strip());
  }
}
