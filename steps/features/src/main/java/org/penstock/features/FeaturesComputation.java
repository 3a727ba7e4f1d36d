package org.penstock.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToLongFunction;
import org.penstock.feature.AsOf;
import org.penstock.feature.FeatureTableWriter;
import org.penstock.feature.FeatureView;
import org.penstock.feature.Featured;
import org.penstock.feature.GroupKey;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Ties;
import org.penstock.row.Column;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;
import org.penstock.step.Progress;
import org.penstock.step.StepContext;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowReader;
import org.penstock.table.RowWriter;

/**
 * One pass over a table of rows: features of each, in the order of the rows.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
final class FeaturesComputation<R extends Record, F extends Record> {

  private static final int BATCH = 4096;

  private final RowSchema<R> rows;
  private final PointInTime<R, F> engine;
  private final FeatureTableWriter<R, F> featureTable;
  private final ToLongFunction<R> group;
  private final TableSchema<TrainingRow<R, F>> training;
  private final TableSchema<Featured<R, F>> latest;

  /**
   * @throws NoSuchElementException if {@code settings} name a column that does not exist
   */
  FeaturesComputation(FeatureView<R, F> view, FeaturesSettings settings) {
    TrainingTable<R, F> table = new TrainingTable<>(view);
    this.rows = RowSchema.of(view.rowType());
    this.engine =
        new PointInTime<>(
            view, AsOf.of(settings.features().asOf()), Ties.of(settings.features().ties()));
    this.featureTable = new FeatureTableWriter<>(view);
    this.group = group(settings.group());
    this.training = table.training(settings.slices());
    this.latest = table.latest();
  }

  /**
   * Reads {@code table}, and writes three files in the scratch directory of {@code context}.
   *
   * @throws InterruptedException if the step shall stop; the files are then incomplete
   */
  FeaturesReport run(Path table, StepContext context) throws IOException, InterruptedException {
    Path trainingFile = context.newFile("training.parquet");
    Path latestFile = context.newFile("latest.parquet");
    Path featureFile = context.newFile("feature-table");
    long count = writeTraining(table, trainingFile, context.progress());
    List<Featured<R, F>> last = featureTable.latest();
    try (RowWriter<Featured<R, F>> writer = ParquetRows.write(latestFile, latest)) {
      for (Featured<R, F> row : last) {
        writer.write(row);
      }
    }
    featureTable.write(featureFile);
    return new FeaturesReport(trainingFile, latestFile, featureFile, count, last.size());
  }

  private long writeTraining(Path table, Path file, Progress progress)
      throws IOException, InterruptedException {
    try (RowReader<R> reader = ParquetRows.read(table, rows);
        BatchesAhead<R> batches = new BatchesAhead<>(reader, BATCH);
        RowWriter<TrainingRow<R, F>> writer = ParquetRows.write(file, training)) {
      for (List<R> batch = batches.next(); !batch.isEmpty(); batch = batches.next()) {
        for (R row : batch) {
          Featured<R, F> featured = new Featured<>(row, engine.next(row));
          featureTable.add(featured);
          writer.write(new TrainingRow<>(featured, group.applyAsLong(row)));
        }
        progress.update(writer.rows(), reader.rows());
      }
      return writer.rows();
    }
  }

  /** Returns the key of the named columns, or else of the entity, the id, or the whole row. */
  private ToLongFunction<R> group(List<String> columns) {
    if (!columns.isEmpty()) {
      return new GroupKey<>(rows, columns);
    }

    for (Role role : List.of(Role.ENTITY, Role.ID)) {
      int column = rows.indexOf(role);
      if (column >= 0) {
        return new GroupKey<>(rows, List.of(rows.columns().get(column).name()));
      }
    }
    return new GroupKey<>(rows, rows.columns().stream().map(Column::name).toList());
  }
}
