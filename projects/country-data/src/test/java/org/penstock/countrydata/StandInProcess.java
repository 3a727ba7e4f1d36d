package org.penstock.countrydata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stand-in as a process of its own: it answers for keys {@code AA} to {@code FJ} but not for
 * those that end in H, takes a while for each, and writes down what it was asked before it answers.
 */
final class StandInProcess {

  static final int KEYS = 60;

  private StandInProcess() {}

  /** Arguments: the file in which each key that was asked becomes a line. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path asked = Path.of(args[0]);
    SortedMap<String, Map<String, Object>> answers = new TreeMap<>();
    for (int i = 0; i < KEYS; i++) {
      if (i % 10 != 7) {
        answers.put(key(i), Map.of("code", key(i), "name", "Land " + i, "continent", "EU"));
      }
    }
    StandInVendor vendor =
        StandInVendor.start(
            0,
            answers,
            (_, key) -> {
              write(asked, key);
              rest();
              return new StandInVendor.Act.Reply();
            });
    System.out.println(vendor.address());
    System.in.read();
    vendor.close();
  }

  static String key(int number) {
    return "%c%c".formatted('A' + number / 10, 'A' + number % 10);
  }

  private static synchronized void write(Path file, String key) {
    try {
      Files.write(
          file,
          (key + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rest() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
