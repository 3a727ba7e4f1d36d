package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ServeMainTest {

  @TempDir private Path directory;

  @Test
  void servesUntilItIsToldToStop() throws Exception {
    new BakeryStore(directory).deploy(0.5, BakeryStore.Approval.USUAL);
    Process process = serve("--project=bakery", "--port=0");

    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      assertTrue(line.startsWith("Serving bakery at http://127.0.0.1:"), line);
      try (Api api = new Api(URI.create(line.substring("Serving bakery at ".length())))) {
        assertEquals(200, api.get("/v1/predictions/1").status());
      }
      process.destroy();
      assertEquals(143, process.waitFor()); // 128 + SIGTERM
    }
  }

  @Test
  void exitsWithOneSentenceWhenNothingIsDeployed() throws Exception {
    Process process = serve("--project=bakery", "--port=0");

    assertEquals(
        List.of("Nothing of bakery is deployed in this store: run it, and approve what it makes."),
        process.errorReader(StandardCharsets.UTF_8).lines().toList());
    assertEquals(78, process.waitFor());
  }

  @Test
  void exitsWithOneSentenceWhenThePortIsInUse() throws Exception {
    new BakeryStore(directory).deploy(0.5, BakeryStore.Approval.USUAL);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = serve("--project=bakery", "--port=" + taken.getLocalPort());

      assertEquals(
          List.of(
              "Port %d of 127.0.0.1 is in use: stop what uses it, or give another --port"
                  .formatted(taken.getLocalPort())),
          process.errorReader(StandardCharsets.UTF_8).lines().toList());
      assertEquals(78, process.waitFor());
    }
  }

  @Test
  void namesEveryFlagThatIsWrong() throws Exception {
    Process process = serve("--projekt=bakery", "--port=high");

    List<String> lines = process.errorReader(StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.stream().anyMatch(line -> line.contains("projekt")), lines.toString());
    assertTrue(lines.stream().anyMatch(line -> line.contains("high")), lines.toString());
    assertEquals(78, process.waitFor());
  }

  @Test
  void namesTheProjectsThatThereAre() throws Exception {
    Process process = serve("--project=bakkery");

    List<String> lines = process.errorReader(StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.getFirst().contains("bakery"), lines.toString());
    assertEquals(78, process.waitFor());
  }

  private Process serve(String... flags) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ServeMain.class.getName(),
                "--store=" + directory.resolve("store")));
    command.addAll(List.of(flags));
    return new ProcessBuilder(command).start();
  }
}
