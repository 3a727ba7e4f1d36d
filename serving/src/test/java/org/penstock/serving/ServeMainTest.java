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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.Sha256;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ServeMainTest {

  private final Map<String, String> environment = new HashMap<>();

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
  void waitsAliveAndNotReadyWhileNothingIsDeployed() throws Exception {
    int port = freePort();
    Process process = serve("--project=bakery", "--port=" + port, "--await-deployment");
    try (Api api = new Api(URI.create("http://127.0.0.1:" + port));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertTrue(
          process.errorReader(StandardCharsets.UTF_8).readLine().contains("Nothing of bakery"));
      assertEquals(200, api.get("/health/live").status());
      assertEquals(503, api.get("/health/ready").status());
      assertEquals(503, api.get("/v1/predictions/1").status());

      new BakeryStore(directory).deploy(0.5, BakeryStore.Approval.USUAL);

      assertTrue(out.readLine().startsWith("Serving bakery at "));
      assertEquals(200, api.get("/health/ready").status());
    } finally {
      process.destroy();
    }
  }

  @Test
  void endsWithASentenceInsteadOfWaitingForAStoreThatCannotBe() throws Exception {
    Process process =
        serve("--project=bakery", "--port=0", "--await-deployment", "--store=gs://elsewhere");

    assertEquals(
        List.of("'gs://elsewhere' is no store; it is a directory or s3://bucket/prefix"),
        process.errorReader(StandardCharsets.UTF_8).lines().toList());
    assertEquals(78, process.waitFor());
  }

  @Test
  void servesTheDeploymentOfTheEnvironmentAndNotTheLatest() throws Exception {
    BakeryStore bakery = new BakeryStore(directory);
    Sha256 first = bakery.store.put(bakery.deploy(0.5, BakeryStore.Approval.USUAL).toBytes());
    bakery.deploy(0.7, BakeryStore.Approval.USUAL);
    environment.put("PENSTOCK_DEPLOYMENT", first.toString());
    Process process = serve("--project=bakery", "--port=0");

    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String uri = out.readLine().substring("Serving bakery at ".length());
      try (Api api = new Api(URI.create(uri))) {
        assertTrue(api.get("/v1/model").body().contains("\"deployment\":\"%s\"".formatted(first)));
      }
    } finally {
      process.destroy();
    }
  }

  @Test
  void refusesToServeADeploymentThatIsNotThere() throws Exception {
    new BakeryStore(directory).deploy(0.5, BakeryStore.Approval.USUAL);
    Sha256 other = Sha256.of("other".getBytes(StandardCharsets.UTF_8));
    Process process = serve("--project=bakery", "--port=0", "--deployment=" + other);

    List<String> lines = process.errorReader(StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.getFirst().contains(other.toString()), lines.toString());
    assertEquals(66, process.waitFor());
  }

  @Test
  void takesRequestsForAWhileAfterItIsToldToStop() throws Exception {
    new BakeryStore(directory).deploy(0.5, BakeryStore.Approval.USUAL);
    Process process = serve("--project=bakery", "--port=0", "--drain=30s");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String uri = out.readLine().substring("Serving bakery at ".length());
      try (Api api = new Api(URI.create(uri))) {
        process.destroy();
        while (api.get("/health/ready").status() == 200) {
          Thread.sleep(20);
        }

        var answer = api.get("/v1/predictions/1");

        assertEquals(200, answer.status());
        assertEquals(503, api.get("/health/ready").status());
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
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
                "-Dorg.slf4j.simpleLogger.log.org.penstock=info",
                ServeMain.class.getName()));
    if (Stream.of(flags).noneMatch(flag -> flag.startsWith("--store="))) {
      command.add("--store=" + directory.resolve("store"));
    }
    command.addAll(List.of(flags));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
