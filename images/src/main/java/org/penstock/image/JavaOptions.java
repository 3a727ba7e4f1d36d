package org.penstock.image;

import java.util.ArrayList;
import java.util.List;

/** The argument file {@code /app/java}: what every Java in an image is started with. */
final class JavaOptions {

  private static final List<String> ALWAYS =
      List.of(
          "# Read by java itself: java @/app/java MAIN-CLASS FLAGS",
          "-XX:MaxRAMPercentage=75", // the rest is for code, stacks and native libraries
          "-XX:+UseParallelGC", // short work on one or two processors
          "-XX:+ExitOnOutOfMemoryError", // a process without memory is not alive
          "-XX:-UsePerfData", // nobody looks, and /tmp may be small
          "-Duser.home=/tmp",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private JavaOptions() {}

  /** Returns the file, with one option a line. */
  static String of(Program program, String classPath) {
    List<String> options = new ArrayList<>(ALWAYS);
    if (program.isBrief()) {
      options.add("-XX:TieredStopAtLevel=1"); // it ends before better code would pay
    }
    program.archive().ifPresent(_ -> options.add("-XX:SharedArchiveFile=" + ClassArchive.IN_IMAGE));
    options.add("-cp " + classPath);
    return String.join("\n", options) + "\n";
  }
}
