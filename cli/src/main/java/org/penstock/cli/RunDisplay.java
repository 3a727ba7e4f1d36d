package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.penstock.workflow.Invocation;
import org.penstock.workflow.StepLauncher;

/**
 * Shows the step that runs: a bar that is drawn over itself on a terminal, a line now and then
 * elsewhere. It reads the progress file that the step writes, so it is the same for a step in this
 * JVM, in a process, or in a pod.
 */
final class RunDisplay implements AutoCloseable {

  private static final int BAR_CELLS = 24;
  private static final int MILLIS_ON_TERMINAL = 100;
  private static final int MILLIS_ELSEWHERE = 10_000;

  private final PrintStream out;
  private final boolean terminal;
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  RunDisplay(PrintStream out, boolean terminal) {
    this.out = requireNonNull(out, "out");
    this.terminal = terminal;
  }

  /** Returns {@code launcher} with its steps shown. */
  StepLauncher showing(StepLauncher launcher) {
    return invocation -> {
      long start = System.nanoTime();
      int period = terminal ? MILLIS_ON_TERMINAL : MILLIS_ELSEWHERE;
      var drawing =
          ticker.scheduleAtFixedRate(
              () -> draw(invocation, start), period, period, TimeUnit.MILLISECONDS);
      try {
        return launcher.launch(invocation);
      } finally {
        drawing.cancel(false);
      }
    };
  }

  /** Prints a line above the bar. */
  synchronized void line(String text) {
    out.println((terminal ? "\r\033[K" : "") + text);
  }

  private synchronized void draw(Invocation invocation, long start) {
    String seconds =
        String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1_000_000_000.0);
    double share = share(invocation.progress());
    String percent = Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%3.0f %%", share * 100);
    String name = String.format(Locale.ROOT, "  %-10s ", invocation.node());
    if (terminal) {
      out.print("\r\033[K" + name + bar(share) + " " + percent + "  " + seconds);
      out.flush();
    } else {
      out.println(name + "running " + percent + "  " + seconds);
    }
  }

  private static String bar(double share) {
    int full = Double.isNaN(share) ? 0 : (int) Math.round(share * BAR_CELLS);
    return "[" + "#".repeat(full) + "-".repeat(BAR_CELLS - full) + "]";
  }

  /** Returns how much is done, in [0, 1], or NaN if nobody says. */
  private static double share(Path progress) {
    try {
      String[] parts =
          Files.exists(progress) ? Files.readString(progress).split("/") : new String[0];
      return parts.length == 2
          ? Math.clamp(Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]), 0, 1)
          : Double.NaN;
    } catch (IOException | NumberFormatException e) {
      return Double.NaN; // read while it was being written; the next look will do
    }
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }
}
