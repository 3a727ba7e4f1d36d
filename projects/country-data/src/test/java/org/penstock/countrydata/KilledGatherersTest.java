package org.penstock.countrydata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.gathering.GatherMain;

/**
 * Two real processes at once gather from a vendor in a third that counts, and are killed with
 * SIGKILL at random moments, again and again.
 */
class KilledGatherersTest {

  private static final int BUDGET = 25;
  private static final int ROUNDS = 3;
  private static final int AT_ONCE = 2;

  @TempDir private Path directory;
  private final List<Process> processes = new ArrayList<>();
  private Path asked;
  private String vendor;

  @BeforeEach
  void startVendor() throws IOException {
    asked = Files.createFile(directory.resolve("asked.txt"));
    Process process = java(StandInProcess.class, asked.toString());
    BufferedReader out = process.inputReader();
    vendor = out.readLine();
    assertTrue(vendor.startsWith("http://127.0.0.1:"), vendor);
    Files.writeString(
        directory.resolve("airports.csv"),
        IntStream.range(0, StandInProcess.KEYS)
            .mapToObj(i -> "%d,P-%d,%s".formatted(i + 1, i, StandInProcess.key(i)))
            .collect(Collectors.joining("\n", "id,ident,iso_country\n", "\n")));
    Files.writeString(
        directory.resolve("countries.csv"), "id,code,name\n1,AH,Seven\n2,BH,Seventeen\n");
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void neverExceedTheBudgetAndPayForNothingTwice() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    int kills = killed(config(BUDGET), random);
    Path stopped = directory.resolve("stopped");
    finish(config(BUDGET), stopped);

    assertEquals(BUDGET, reserved(), "the whole budget is used");
    assertTrue(calls().size() <= BUDGET, "not one call more than the budget has");
    assertTrue(calls().size() >= BUDGET - kills, "a kill wastes one call at most");
    assertEquals("false", output(stopped, "complete"));

    // A new month, as it were: there is money again, and what was answered is not asked again.
    kills += killed(config(200), random);
    Path done = directory.resolve("done");
    finish(config(200), done);
    int answered = calls().size();
    Path again = directory.resolve("again");
    finish(config(200), again);

    assertEquals("true", output(done, "complete"));
    assertEquals("54", output(done, "answered"));
    assertEquals("6", output(done, "missing-count"));
    assertEquals(answered, calls().size(), "nothing is asked that is answered, not even a 404");
    assertEquals("0", output(again, "calls"));
    assertEquals(output(done, "answers"), output(again, "answers"));
    Map<String, Integer> times = new TreeMap<>();
    calls().forEach(key -> times.merge(key, 1, Integer::sum));
    assertEquals(StandInProcess.KEYS, times.size());
    assertTrue(
        answered <= StandInProcess.KEYS + kills,
        "%d calls for %d keys after %d kills".formatted(answered, StandInProcess.KEYS, kills));
  }

  /** Returns how many were killed while they were at it. */
  private int killed(Sha256 config, SplittableRandom random) throws Exception {
    int kills = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int before = calls().size();
      List<Process> gatherers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        gatherers.add(gatherer(config, directory.resolve("killed-" + round + i)));
      }
      // Not before one of them is at work, else all that is tested is the start of a JVM.
      while (calls().size() == before && gatherers.stream().anyMatch(Process::isAlive)) {
        Thread.sleep(5);
      }
      for (Process gatherer : gatherers) {
        Thread.sleep(random.nextInt(200));
        kills += gatherer.isAlive() ? 1 : 0;
        gatherer.destroyForcibly().waitFor();
      }
      assertTrue(calls().size() <= (config.equals(config(BUDGET)) ? BUDGET : 200));
    }
    return kills;
  }

  private void finish(Sha256 config, Path outputs) throws Exception {
    Process gatherer = gatherer(config, outputs);
    String said = new String(gatherer.getInputStream().readAllBytes(), UTF_8);
    assertTrue(gatherer.waitFor(60, TimeUnit.SECONDS), said);
    assertEquals(0, gatherer.exitValue(), said);
  }

  private Process gatherer(Sha256 config, Path outputs) throws IOException {
    return java(
        GatherMain.class,
        "--project=country-data",
        "--config=" + config,
        "--store=" + store(),
        "--source=" + directory.resolve("airports.csv"),
        "--outputs=" + outputs);
  }

  private Sha256 config(int calls) throws IOException {
    String yaml =
        """
        name: country-data
        title: Countries
        gather: {vendor: "%s", path: "/countries/{key}", timeout: 1s}
        budget: {zone: UTC, hour: %d, day: %d, month: %d, price: 0.01 EUR, money-month: 9 EUR}
        upload: {path: "/revenues?client={client}", client: penstock, file: revenues.txt}
        """
            .formatted(vendor, calls, calls, calls);
    return new LocalArtifactStore(store()).put(yaml.getBytes(UTF_8));
  }

  private Path store() {
    return directory.resolve("store");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(asked);
  }

  private int reserved() throws IOException {
    return new LocalArtifactStore(store()).names("gather/country-data/127.0.0.1/calls/").size();
  }

  private static String output(Path outputs, String name) throws IOException {
    return Files.readString(outputs.resolve(name));
  }

  private Process java(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).directory(directory.toFile()).start();
    processes.add(process);
    return process;
  }
}
