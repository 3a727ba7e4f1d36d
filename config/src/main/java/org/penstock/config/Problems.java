package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, so that all of it is said at once. */
public final class Problems {

  private record Problem(int line, String path, String reason) {}

  private final String file;
  private final List<Problem> found = new ArrayList<>();

  /**
   * @param file what problems call the file; empty: they stand in no file
   */
  public Problems(String file) {
    this.file = requireNonNull(file, "file");
  }

  /**
   * Adds a problem.
   *
   * @param line counted from 1; 0: unknown
   * @param path as YAML spells it, e.g. {@code train.candidates[2].trees}; may be empty
   */
  public void add(int line, String path, String reason) {
    found.add(new Problem(line, path, reason));
  }

  /** Returns whether none was added. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns one sentence each, by line: {@code project.yaml:12: train.folds: expected …}. */
  public List<String> sentences() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .map(this::sentence)
        .distinct()
        .toList();
  }

  private String sentence(Problem problem) {
    String where = file + (file.isEmpty() || problem.line == 0 ? "" : ":" + problem.line);
    return (where.isEmpty() ? "" : where + ": ")
        + (problem.path.isEmpty() ? "" : problem.path + ": ")
        + problem.reason;
  }

  /**
   * @throws InvalidConfigException if a problem was added
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidConfigException(sentences());
    }
  }
}
