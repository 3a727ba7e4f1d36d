package org.penstock.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.feature.FeatureTableWriter;
import org.penstock.feature.FeatureView;
import org.penstock.feature.History;
import org.penstock.feature.ModelProject;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.Range;
import org.penstock.row.RowSchema;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.ModelCard;

/** A project of two features, with a table and a model of it. */
final class Visits implements ModelProject {

  static final String NAME = "visits";

  record Visit(@Entity long visitor, @EventTime LocalDateTime time, double minutes) {}

  record Features(int visits, double minutes) {}

  record Other(int visits, long hours) {}

  record Far(@Range(min = 9) int visits, @Range(min = 9) double minutes) {}

  record Passer(double minutes) {}

  /** Rows without an entity. */
  record Passers() implements FeatureView<Passer, Features> {

    @Override
    public Class<Passer> rowType() {
      return Passer.class;
    }

    @Override
    public Class<Features> featureType() {
      return Features.class;
    }

    @Override
    public History<Passer, Features> history() {
      throw new UnsupportedOperationException();
    }
  }

  record Wrong(long visits, double minutes) {}

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

  /** Writes the features of {@code visitors} visitors. */
  static Path table(Path file, int visitors) throws IOException {
    FeatureTableWriter<Visit, Features> writer = new FeatureTableWriter<>(new View());
    for (int i = 0; i < visitors; i++) {
      writer.add(
          new Visit(i, LocalDateTime.of(2026, 1, 1, 0, 0).plusHours(i), i),
          new Features(i, i / 2.0));
    }
    writer.write(file);
    return file;
  }

  /** Writes the table of rows that have no entity, which is empty. */
  static Path tableWithoutEntities(Path file) throws IOException {
    new FeatureTableWriter<>(new Passers()).write(file);
    return file;
  }

  /** A model of {@code project} whose features are those of {@code type}. */
  static ModelBundle model(String project, Class<? extends Record> type) {
    return model(project, type, 0.1, 0.1);
  }

  static ModelBundle model(
      String project, Class<? extends Record> type, double first, double second) {
    return model(project, type, List.of("stays", "leaves"), first, second);
  }

  /** A model that predicts a number. */
  static ModelBundle number(
      String project, Class<? extends Record> type, double first, double second) {
    return model(project, type, List.of(), first, second);
  }

  private static ModelBundle model(
      String project,
      Class<? extends Record> type,
      List<String> labels,
      double first,
      double second) {
    SortedMap<String, String> none = new TreeMap<>();
    return new ModelBundle(
        project,
        RowSchema.of(type).columns(),
        labels,
        new LinearScorer(new double[] {-1}, List.of(term(first), term(second))),
        new Calibration.None(),
        0.5,
        new ModelCard("Predicts nothing", "logistic", "by hand", none, 2, none));
  }

  private static LinearScorer.Term term(double weight) {
    return new LinearScorer.NumberTerm(0, 1, new double[] {weight}, new double[] {0});
  }
}
