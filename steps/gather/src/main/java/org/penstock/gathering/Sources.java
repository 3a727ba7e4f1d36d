package org.penstock.gathering;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.penstock.config.GatheringConfig;
import org.penstock.config.SampleSettings;
import org.penstock.gather.GatherProject;
import org.penstock.row.RowSchema;
import org.penstock.step.ExitCode;
import org.penstock.step.Source;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.table.BadRow;
import org.penstock.table.CsvReader;
import org.penstock.table.CsvSummary;
import org.penstock.table.InvalidTableException;

/** Reads the rows that mention keys, and the list of what there is. */
final class Sources<R extends Record, L extends Record> {

  private static final String KEY = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}";
  private static final int TOLD = 5;

  private final GatherProject<R, L, ?> project;
  private final StepContext context;
  private final GatheringConfig settings;

  Sources(GatherProject<R, L, ?> project, StepContext context, GatheringConfig settings) {
    this.project = project;
    this.context = context;
    this.settings = settings;
  }

  /**
   * Reads them.
   *
   * @throws StepFailure if a file is missing, or breaks its contract, or mentions nothing
   */
  Wanted<L> read(GatherConfig config) throws IOException, InterruptedException {
    return config.source().equals(Source.SAMPLE) ? sample() : files(config);
  }

  private Wanted<L> sample() throws IOException, InterruptedException {
    SampleSettings sample = settings.sample();
    Path source = context.newFile("sample.csv");
    Path list = context.newFile("sample-list.csv");
    try (BufferedWriter rows = Files.newBufferedWriter(source);
        BufferedWriter listed = Files.newBufferedWriter(list)) {
      project.writeSample(sample.seed(), sample.entities(), rows, listed);
    }
    return wanted(source, list, Optional.empty());
  }

  private Wanted<L> files(GatherConfig config) throws IOException, InterruptedException {
    Source source = Source.parse(config.source());
    Source list = config.reference().map(Source::parse).orElse(source.sibling(project.listFile()));
    List<String> problems = new ArrayList<>();
    Optional<Path> rows = found(source, problems);
    Optional<Path> listed = found(list, problems);
    Optional<Path> recording =
        config.recording().isPresent()
            ? found(Source.parse(config.recording().get()), problems)
            : beside(source);
    if (!problems.isEmpty()) {
      throw new StepFailure(ExitCode.INPUT, problems);
    }
    return wanted(rows.orElseThrow(), listed.orElseThrow(), recording);
  }

  /** Servers may refuse to say whether they have a file that nobody told of. */
  private Optional<Path> beside(Source source) throws IOException, InterruptedException {
    return source instanceof Source.Local
        ? context.sources().find(source.sibling(project.recordingFile()))
        : Optional.empty();
  }

  private Optional<Path> found(Source source, List<String> problems)
      throws IOException, InterruptedException {
    try {
      return Optional.of(context.sources().fetch(source));
    } catch (StepFailure e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  private Wanted<L> wanted(Path source, Path list, Optional<Path> recording)
      throws IOException, InterruptedException {
    SortedMap<String, Integer> rowsOf = new TreeMap<>();
    SortedMap<String, L> listed = new TreeMap<>();
    long rows =
        read(source, project.rowType(), row -> rowsOf.merge(project.keyOf(row), 1, Integer::sum));
    read(list, project.listedType(), row -> listed.put(project.keyOfListed(row), row));
    requireKeys(source, rowsOf.keySet(), KEY, "letters, digits and . _ -");
    requireKeys(source, rowsOf.keySet(), project.keyPattern(), project.keyPattern());
    return new Wanted<>(new TreeSet<>(rowsOf.keySet()), rows, rowsOf, listed, recording);
  }

  private static void requireKeys(Path source, Set<String> keys, String pattern, String expected) {
    List<String> odd = keys.stream().filter(key -> !key.matches(pattern)).toList();
    if (!odd.isEmpty()) {
      throw new StepFailure(
          ExitCode.DATA,
          List.of(
              "%s mentions %s, which cannot be asked for: expected %s"
                  .formatted(
                      source.getFileName(), odd.subList(0, Math.min(TOLD, odd.size())), expected)));
    }
  }

  private <T extends Record> long read(Path file, Class<T> type, Consumer<T> rows)
      throws IOException, InterruptedException {
    List<BadRow> bad = new ArrayList<>();
    try {
      CsvSummary summary = new CsvReader<>(RowSchema.of(type)).read(file, rows, bad::add);
      requireFewBadRows(file, summary, bad);
      return summary.rows();
    } catch (InvalidTableException e) {
      throw new StepFailure(ExitCode.DATA, e.getMessage(), e);
    }
  }

  private void requireFewBadRows(Path file, CsvSummary summary, List<BadRow> bad) {
    long all = summary.rows() + summary.badRows();
    if (all == 0) {
      throw new StepFailure(
          ExitCode.DATA, List.of("%s has a header and no rows".formatted(file.getFileName())));
    }
    if (summary.rows() > 0 && summary.badRows() <= settings.gather().maxBadFraction() * all) {
      return;
    }

    List<String> problems = new ArrayList<>();
    problems.add(
        "%d of %d rows of %s break the contract"
            .formatted(summary.badRows(), all, file.getFileName()));
    bad.stream().limit(TOLD).map(BadRow::toString).forEach(problems::add);
    throw new StepFailure(ExitCode.DATA, problems);
  }
}
