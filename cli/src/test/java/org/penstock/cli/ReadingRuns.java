package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.Stores;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Projects;

/**
 * Whole runs of asset-mode on changed samples, with few trees.
 *
 * @param directory of the files, the settings and the store
 */
record ReadingRuns(Path directory) {

  static final String PROJECT = "asset-mode";

  /** Three of them teach, and every part has every mode. */
  static final int ASSETS = 5;

  /** What a command printed, and how it ended. */
  record Said(int code, String text, String errors) {

    void assertIs(int expected, String sentence) {
      String all = text + errors;
      assertEquals(expected, code, all);
      assertTrue(all.contains(sentence), all);
      assertFalse(all.contains("\tat "), all);
    }

    RunDocument document() {
      assertEquals(0, code, text + errors);
      return new RunDocument(CanonicalJson.read(text.strip().getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** The lines of a sample, the header first. */
  static List<String> sample() {
    StringBuilder csv = new StringBuilder();
    try {
      Projects.named(PROJECT, ModelProject.class).writeSample(5, ASSETS, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString().lines().toList();
  }

  static String cell(List<String> lines, String line, String column) {
    return line.split(",", -1)[List.of(lines.getFirst().split(",")).indexOf(column)];
  }

  static String with(List<String> lines, String line, String column, String value) {
    String[] cells = line.split(",", -1);
    cells[List.of(lines.getFirst().split(",")).indexOf(column)] = value;
    return String.join(",", cells);
  }

  /** {@code value} in {@code column} of the lines that {@code which} names. */
  static List<String> with(
      List<String> lines, Predicate<String> which, String column, String value) {
    List<String> changed = new ArrayList<>(List.of(lines.getFirst()));
    lines.stream()
        .skip(1)
        .map(line -> which.test(line) ? with(lines, line, column, value) : line)
        .forEach(changed::add);
    return changed;
  }

  /** The lines of one part, without the column that says so. */
  static List<String> part(List<String> lines, String part) {
    return lines.stream()
        .filter(line -> line.endsWith("," + part))
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  Path write(String name, List<String> lines) throws IOException {
    return Files.write(directory.resolve(name), lines);
  }

  Said run(List<String> lines, String... more) throws IOException {
    return run(write("readings.csv", lines).toString(), more);
  }

  Said run(String data, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of("run", PROJECT, "--data=" + data, store()));
    args.addAll(List.of(more));
    if (args.stream().noneMatch(arg -> arg.startsWith("--config="))) {
      args.add("--config=" + settings("stuck-after: 10"));
    }
    PrintStream before = System.out;
    PrintStream errorsBefore = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      int code = PenstockMain.commandLine().execute(args.toArray(String[]::new));
      return new Said(
          code, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(errorsBefore);
    }
  }

  /** The project's own settings with a smaller model, and these repairs. */
  Path settings(String repairs) throws IOException {
    Path own = PenstockHome.ofEnvironment().settings(PROJECT).orElseThrow();
    String yaml =
        Files.readString(own)
            .replaceFirst("trees: \\[\\d+]", "trees: [5]")
            .replaceFirst("leaves: \\[\\d+]", "leaves: [6]")
            .replaceFirst("bootstrap: \\d+", "bootstrap: 20")
            .replaceFirst("stuck-after: 10", repairs);
    assertTrue(yaml.contains("trees: [5]") && yaml.contains(repairs), yaml);
    return Files.writeString(directory.resolve("project.yaml"), yaml);
  }

  String store() {
    return "--store=" + directory.resolve("store");
  }

  ArtifactStore open() throws IOException {
    return Stores.open(directory.resolve("store").toString(), Optional.empty());
  }
}
