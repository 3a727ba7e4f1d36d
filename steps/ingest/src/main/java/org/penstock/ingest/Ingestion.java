package org.penstock.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
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

/** Reads one file into the tables of the step. */
final class Ingestion<R extends Record> {

  private static final Logger log = LoggerFactory.getLogger(Ingestion.class);
  private static final int PROGRESS_ROWS = 8192;

  private final RowSchema<R> schema;
  private final StepContext context;
  private final BadRowTally tally = new BadRowTally();

  Ingestion(RowSchema<R> schema, StepContext context) {
    this.schema = schema;
    this.context = context;
  }

  /**
   * Reads {@code csv}.
   *
   * @throws StepFailure if more rows break the contract than allowed, or there are none
   */
  IngestReport run(Path csv) throws IOException, InterruptedException {
    Path rowsTable = context.newFile("rows.parquet");
    Path quarantine = context.newFile("quarantine.parquet");
    CsvSummary summary = read(csv, rowsTable, quarantine);
    if (!summary.unknownColumns().isEmpty()) {
      log.warn("ignored step=ingest columns={}", summary.unknownColumns());
    }
    requireFewBadRows(csv, summary, quarantine);
    return new IngestReport(rowsTable, quarantine, summary.rows(), summary.badRows());
  }

  private CsvSummary read(Path csv, Path rowsTable, Path quarantine)
      throws IOException, InterruptedException {
    long size = Files.size(csv);
    try (EventTimeWriter<R> rows = new EventTimeWriter<>(rowsTable, schema);
        RowWriter<BadRow> badRows =
            ParquetRows.write(quarantine, TableSchema.of(RowSchema.of(BadRow.class)));
        MeteredStream in = new MeteredStream(Files.newInputStream(csv))) {
      Consumer<R> good =
          row -> {
            write(() -> rows.write(row));
            if (rows.rows() % PROGRESS_ROWS == 0) {
              context.progress().update(in.position(), size);
            }
          };
      Consumer<BadRow> bad =
          row -> {
            tally.add(row);
            write(() -> badRows.write(row));
          };
      CsvSummary summary =
          new CsvReader<>(schema).read(csv.getFileName().toString(), in, good, bad);
      context.progress().update(size, size);
      return summary;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void requireFewBadRows(Path csv, CsvSummary summary, Path quarantine) throws IOException {
    long all = summary.rows() + summary.badRows();
    if (all == 0) {
      throw new StepFailure(
          ExitCode.DATA, List.of("%s has a header and no rows".formatted(csv.getFileName())));
    }

    double allowed = context.config().ingest().maxBadFraction();
    if (summary.rows() > 0 && summary.badRows() <= allowed * all) {
      return;
    }

    List<String> problems = new ArrayList<>();
    problems.add(
        String.format(
            Locale.ROOT,
            "%d of %d rows of %s break the contract (%.3g %%, allowed is %.3g %%)",
            summary.badRows(),
            all,
            csv.getFileName(),
            100.0 * summary.badRows() / all,
            100 * allowed));
    problems.addAll(tally.summary());
    problems.add(
        "All bad rows: ./penstock get %s --to bad-rows.parquet"
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

  /** Knows how much of a file was read. */
  private static final class MeteredStream extends InputStream {

    private final InputStream in;
    private volatile long position;

    MeteredStream(InputStream in) {
      this.in = in;
    }

    long position() {
      return position;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }

    /** Only the thread that reads counts. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    private void count(int read) {
      position += read;
    }
  }
}
