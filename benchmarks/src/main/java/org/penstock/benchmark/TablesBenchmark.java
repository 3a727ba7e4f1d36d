package org.penstock.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.penstock.feature.AsOf;
import org.penstock.feature.FeatureTableWriter;
import org.penstock.feature.FeatureView;
import org.penstock.feature.Featured;
import org.penstock.feature.ModelProject;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Projects;
import org.penstock.feature.Ties;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;
import org.penstock.table.CsvReader;
import org.penstock.table.CsvSummary;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowWriter;

/**
 * Times csv.gz → checked rows → features → training table and table of latest features, in Parquet.
 *
 * <p>Arguments: the file, a directory for the tables, how many runs, and optionally {@code rows} to
 * write the rows themselves instead of features. Prints for each run the seconds by the clock and
 * of all processors; the first run is that of a cold JVM.
 */
public final class TablesBenchmark {

  private TablesBenchmark() {}

  /** See the class. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path csv = Path.of(args[0]);
    Path directory = Path.of(args[1]);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    for (int run = 0; run < Integer.parseInt(args[2]); run++) {
      long start = System.nanoTime();
      long cpu = system.getProcessCpuTime();
      FeatureView<?, ?> view = Projects.named("credit-risk", ModelProject.class).view();
      CsvSummary summary =
          args.length > 3 ? rows(view.rowType(), csv, directory) : features(view, csv, directory);
      System.out.printf(
          Locale.ROOT,
          "%.3f %.3f%n",
          (System.nanoTime() - start) / 1e9,
          (system.getProcessCpuTime() - cpu) / 1e9);
      if (summary.badRows() > 0) {
        throw new IllegalStateException("The file has bad rows: " + summary);
      }
    }
  }

  private static <R extends Record> CsvSummary rows(Class<R> type, Path csv, Path directory)
      throws IOException, InterruptedException {
    RowSchema<R> rows = RowSchema.of(type);
    try (RowWriter<R> writer =
        ParquetRows.write(directory.resolve("rows.parquet"), TableSchema.of(rows))) {
      return new CsvReader<>(rows).read(csv, row -> write(writer, row), bad -> {});
    }
  }

  private static <R extends Record, F extends Record> CsvSummary features(
      FeatureView<R, F> view, Path csv, Path directory) throws IOException, InterruptedException {
    RowSchema<R> rows = RowSchema.of(view.rowType());
    TableSchema<Featured<R, F>> table =
        TableSchema.of(rows)
            .select(List.of("loan_id", "id", "loan_date", "status"))
            .from(Featured<R, F>::row)
            .and(
                TableSchema.of(RowSchema.of(view.featureType()))
                    .withRole(Role.FEATURE)
                    .from(Featured<R, F>::features));
    PointInTime<R, F> engine = new PointInTime<>(view, new AsOf.Event(), Ties.UNSEEN);
    FeatureTableWriter<R, F> latest = new FeatureTableWriter<>(view);
    CsvSummary summary;
    try (RowWriter<Featured<R, F>> training =
        ParquetRows.write(directory.resolve("training.parquet"), table)) {
      summary =
          new CsvReader<>(rows)
              .read(
                  csv,
                  row -> {
                    Featured<R, F> featured = new Featured<>(row, engine.next(row));
                    latest.add(featured);
                    write(training, featured);
                  },
                  bad -> {});
    }
    try (RowWriter<Featured<R, F>> writer =
        ParquetRows.write(directory.resolve("latest.parquet"), table)) {
      latest.latest().forEach(row -> write(writer, row));
    }
    return summary;
  }

  private static <T> void write(RowWriter<T> writer, T row) {
    try {
      writer.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
