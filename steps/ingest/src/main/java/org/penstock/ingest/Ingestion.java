package org.penstock.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.penstock.artifact.CanonicalJson;
import org.penstock.config.RecordTree;
import org.penstock.config.RepairSettings;
import org.penstock.feature.ArrivalOrder;
import org.penstock.feature.RepairCounts;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;
import org.penstock.step.ExitCode;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.table.BadRow;
import org.penstock.table.CsvReader;
import org.penstock.table.CsvSummary;
import org.penstock.table.EventTimeWriter;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files of one table into the tables of the step. */
final class Ingestion<R extends Record> {

  private static final Logger log = LoggerFactory.getLogger(Ingestion.class);
  private static final int PROGRESS_ROWS = 8192;

  private final RowSchema<R> schema;
  private final StepContext context;
  private final BadRowTally tally = new BadRowTally();
  private final ArrivalOrder<R> order;

  Ingestion(RowSchema<R> schema, StepContext context) {
    this.schema = schema;
    this.context = context;
    this.order = new ArrivalOrder<>(schema);
  }

  /**
   * Reads {@code files}, one after another.
   *
   * @throws StepFailure if more rows break the contract than allowed, or there are none
   */
  IngestReport run(List<InputFile> files) throws IOException, InterruptedException {
    requireParts(files);
    RepairSettings rules = context.config().ingest().repairs();
    RepairPass<R> repairs = new RepairPass<>(schema, rules);
    boolean repaired = rules.any();
    Path table = context.newFile("rows.parquet");
    Path sorted = repaired ? context.newFile("sorted.parquet") : table;
    Path quarantine = context.newFile("quarantine.parquet");
    CsvSummary summary = read(files, reader(rules), sorted, quarantine);
    if (!summary.unknownColumns().isEmpty()) {
      log.warn("ignored step=ingest columns={}", summary.unknownColumns());
    }
    requireFewBadRows(names(files), summary, quarantine);
    RepairCounts found = repaired ? repairs.run(sorted, table) : unchanged(summary.rows());
    if (repaired || order.late() > 0) {
      log.info("repaired step=ingest late-rows={} found={}", order.late(), RecordTree.of(found));
    }
    var report =
        new RepairsReport(
            RepairsReport.FORMAT_VERSION, files.size(), summary.badRows(), order.late(), found);
    return new IngestReport(
        table,
        quarantine,
        Files.write(context.newFile("repairs.json"), CanonicalJson.write(RecordTree.of(report))),
        found.rows(),
        summary.badRows());
  }

  private static RepairCounts unchanged(long rows) {
    return new RepairCounts(rows, 0, 0, 0, 0, 0, 0, new TreeMap<>());
  }

  private static String names(List<InputFile> files) {
    return files.stream().map(InputFile::name).collect(Collectors.joining(", "));
  }

  private void requireParts(List<InputFile> files) {
    if (schema.indexOf(Role.PART) < 0 && files.stream().anyMatch(file -> file.part().isPresent())) {
      throw new StepFailure(
          ExitCode.CONFIG,
          List.of(
              "Files are named as parts of a split, and the rows of project %s have none"
                  .formatted(context.project().name())));
    }
  }

  private CsvReader<R> reader(RepairSettings rules) {
    CsvReader<R> reader = new CsvReader<>(schema).ofSeveralFiles();
    try {
      return rules
          .latest()
          .map(latest -> reader.refusing(new LatestDay<>(schema, latest)))
          .orElse(reader);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, "ingest.repairs.latest: " + e.getMessage(), e);
    }
  }

  private CsvSummary read(List<InputFile> files, CsvReader<R> reader, Path sorted, Path quarantine)
      throws IOException, InterruptedException {
    long size = 0;
    for (InputFile file : files) {
      size += Files.size(file.path());
    }
    CsvSummary all = new CsvSummary(0, 0, List.of());
    try (EventTimeWriter<R> rows = new EventTimeWriter<>(sorted, schema);
        RowWriter<BadRow> badRows =
            ParquetRows.write(quarantine, TableSchema.of(RowSchema.of(BadRow.class)))) {
      long before = 0;
      for (InputFile file : files) {
        String place = files.size() == 1 ? "" : " in " + file.name();
        try (MeteredStream in = new MeteredStream(Files.newInputStream(file.path()))) {
          all = all.and(read(file, reader, in, good(rows, in, before, size), bad(badRows, place)));
        }
        before += Files.size(file.path());
      }
      context.progress().update(size, size);
      return all;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private CsvSummary read(
      InputFile file, CsvReader<R> reader, MeteredStream in, Consumer<R> good, Consumer<BadRow> bad)
      throws IOException, InterruptedException {
    CsvReader<R> own =
        file.part()
            .map(part ->
                reader.given(
                    schema.columns().get(schema.indexOf(Role.PART)).name(), part.toString()))
            .orElse(reader);
    return own.read(file.name(), in, good, bad);
  }

  private Consumer<R> good(EventTimeWriter<R> rows, MeteredStream in, long before, long size) {
    return row -> {
      order.add(row);
      write(() -> rows.write(row));
      if (rows.rows() % PROGRESS_ROWS == 0) {
        context.progress().update(before + in.position(), size);
      }
    };
  }

  /** {@code place}: the file, where there are several. */
  private Consumer<BadRow> bad(RowWriter<BadRow> badRows, String place) {
    return row -> {
      BadRow placed = new BadRow(row.line(), row.column(), row.reason() + place, row.text());
      tally.add(placed);
      write(() -> badRows.write(placed));
    };
  }

  private void requireFewBadRows(String csv, CsvSummary summary, Path quarantine)
      throws IOException {
    long all = summary.rows() + summary.badRows();
    if (all == 0) {
      throw new StepFailure(ExitCode.DATA, List.of("%s has a header and no rows".formatted(csv)));
    }

    long bad = summary.badRows();
    double allowed = context.config().ingest().maxBadFraction();
    if (bad < all && bad <= allowed * all) {
      return;
    }

    List<String> problems = new ArrayList<>();
    problems.add(
        String.format(
            Locale.ROOT,
            "%d of %d rows of %s break the contract (%.3g %%, allowed is %.3g %%)",
            bad,
            all,
            csv,
            100.0 * bad / all,
            100 * allowed));
    problems.addAll(tally.summary());
    problems.add(
        "All bad rows: ./penstock get %s --to bad-rows.parquet (with the --store of the run)"
            .formatted(context.store().put(quarantine)));
    throw new StepFailure(ExitCode.DATA, problems);
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
