package org.penstock.score;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.feature.FeatureTableWriter;
import org.penstock.feature.FeatureView;
import org.penstock.feature.Featured;
import org.penstock.feature.History;
import org.penstock.feature.ModelProject;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.Id;
import org.penstock.row.Label;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.ModelCard;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowWriter;

/** A project of clients who may come again, with a table of features and a model of it. */
final class Shop implements ModelProject {

  static final String NAME = "shop";

  enum Size {
    SMALL,
    LARGE
  }

  record Visit(
      @Id long visit, @Entity long client, @EventTime LocalDateTime time, @Label boolean bought) {}

  record Named(@Id String name, @Label boolean bought) {}

  record Features(int visits, OptionalDouble spent, Size size) {}

  record Other(int visits, OptionalDouble paid, Size size) {}

  record View() implements FeatureView<Visit, Features> {

    @Override
    public Class<Visit> rowType() {
      return Visit.class;
    }

    @Override
    public Class<Features> featureType() {
      return Features.class;
    }

    @Override
    public History<Visit, Features> history() {
      throw new UnsupportedOperationException();
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public FeatureView<?, ?> view() {
    return new View();
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) {
    throw new UnsupportedOperationException();
  }

  /** The {@code number}th visit of the shop. */
  static Featured<Visit, Features> visit(
      long number, long client, boolean bought, int visits, double spent) {
    return new Featured<>(
        new Visit(number, client, LocalDateTime.of(2026, 1, 1, 0, 0).plusHours(number), bought),
        new Features(
            visits,
            Double.isNaN(spent) ? OptionalDouble.empty() : OptionalDouble.of(spent),
            spent > 10 ? Size.LARGE : Size.SMALL));
  }

  /** Writes what the features step writes: rows with their features. */
  static <R extends Record> Path table(Path file, Class<R> rows, List<Featured<R, Features>> visits)
      throws IOException {
    TableSchema<Featured<R, Features>> schema =
        TableSchema.of(RowSchema.of(rows))
            .<Featured<R, Features>>from(Featured::row)
            .and(
                TableSchema.of(RowSchema.of(Features.class))
                    .withRole(Role.FEATURE)
                    .from(Featured::features));
    try (RowWriter<Featured<R, Features>> writer = ParquetRows.write(file, schema)) {
      for (Featured<R, Features> visit : visits) {
        writer.write(visit);
      }
    }
    return file;
  }

  /** Writes what the service looks features up in. */
  static Path featureTable(Path file, List<Featured<Visit, Features>> visits) throws IOException {
    FeatureTableWriter<Visit, Features> writer = new FeatureTableWriter<>(new View());
    visits.forEach(writer::add);
    writer.write(file);
    return file;
  }

  /** A model of {@code project} that reads the features of {@code type}. */
  static ModelBundle model(String project, Class<? extends Record> type) {
    return model(project, type, List.of("false", "true"), new Calibration.Platt(0.9, -0.1));
  }

  /** A model that predicts a number. */
  static ModelBundle number() {
    return model(NAME, Features.class, List.of(), new Calibration.None());
  }

  private static ModelBundle model(
      String project, Class<? extends Record> type, List<String> labels, Calibration calibration) {
    SortedMap<String, String> none = new TreeMap<>();
    return new ModelBundle(
        project,
        RowSchema.of(type).columns(),
        labels,
        new LinearScorer(
            new double[] {-1},
            List.of(
                new LinearScorer.NumberTerm(3, 7, new double[] {1.1}, new double[] {0}),
                new LinearScorer.NumberTerm(0.1, 1.3, new double[] {0.3}, new double[] {0.25}),
                new LinearScorer.LevelsTerm(new double[][] {{-0.2}, {0.4}}, new double[] {0.0}))),
        calibration,
        0.5,
        new ModelCard("Says who buys", "logistic", "by hand", none, 2, none));
  }
}
