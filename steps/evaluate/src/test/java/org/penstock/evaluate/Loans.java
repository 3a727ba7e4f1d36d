package org.penstock.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.config.RecordTree;
import org.penstock.config.SplitSettings;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.dataset.Split;
import org.penstock.evaluation.AlternativePrediction;
import org.penstock.evaluation.Trials;
import org.penstock.evaluation.Trials.Trial;
import org.penstock.row.Column;
import org.penstock.row.Doc;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.Id;
import org.penstock.row.Label;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.LinearScorer.NumberTerm;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.ModelCard;
import org.penstock.table.ParquetColumns;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loans of made-up people with up to three ids each, as the steps before evaluate would leave them
 * in a store.
 */
final class Loans {

  enum Sex {
    F,
    M
  }

  record Loan(
      @Id long loan,
      @Entity long id,
      long person,
      @EventTime LocalDate day,
      Sex sex,
      Optional<String> job,
      @Label boolean status,
      @Doc("What the client asks for, in thousands") double amount,
      @Doc("Years since birth <at the loan's date>") OptionalDouble age,
      boolean car) {}

  private static final TableSchema<Loan> SCHEMA =
      TableSchema.of(RowSchema.of(Loan.class))
          .withRole("person", Role.GROUP)
          .withRole("sex", Role.SLICE)
          .withRole("job", Role.SLICE)
          .withRole("amount", Role.FEATURE)
          .withRole("age", Role.FEATURE)
          .withRole("car", Role.FEATURE);

  private final List<Loan> rows = new ArrayList<>();

  /**
   * @param strength how much the features tell; 0 is nothing
   */
  Loans(int people, double strength) {
    SplittableRandom random = new SplittableRandom(17);
    for (int person = 0; person < people; person++) {
      double age = 20 + random.nextInt(50);
      boolean car = random.nextInt(3) == 0;
      double habit = random.nextGaussian();
      int loans = 1 + random.nextInt(6);
      for (int loan = 0; loan < loans; loan++) {
        double amount = 1 + random.nextInt(400) / 10.0;
        double logit = strength * ((amount - 20) / 8 - (age - 45) / 20) + 0.3 * habit - 2.2;
        rows.add(
            new Loan(
                rows.size(),
                person * 3L + random.nextInt(3),
                person,
                LocalDate.of(2020, 1, 1).plusDays(rows.size() / 7),
                Sex.values()[person % 2],
                person % 5 == 0
                    ? Optional.empty()
                    : Optional.of(person % 3 == 0 ? "Chef & <cook>" : "Driver"),
                random.nextDouble() < 1 / (1 + Math.exp(-logit)),
                amount,
                loan == 5 ? OptionalDouble.empty() : OptionalDouble.of(age),
                car));
      }
    }
  }

  Sha256 training(ArtifactStore store, Path scratch) throws IOException {
    Path file = scratch.resolve("training.parquet");
    try (RowWriter<Loan> writer = ParquetRows.write(file, SCHEMA)) {
      for (Loan loan : rows) {
        writer.write(loan);
      }
    }
    return store.put(file);
  }

  static ModelBundle model(String project, double weight) {
    List<Column> features =
        SCHEMA.columns().stream().filter(column -> column.is(Role.FEATURE)).toList();
    return new ModelBundle(
        project,
        features,
        List.of("false", "true"),
        new LinearScorer(
            new double[] {-2.2},
            List.of(term(20, 8, weight), term(45, 20, -weight), term(0, 1, 0))),
        new Calibration.None(),
        0.2,
        new ModelCard(
            "Whether a made-up loan is <not> paid",
            "logistic",
            "made by hand",
            new TreeMap<>(Map.of("l2", "1.0")),
            2000,
            new TreeMap<>(Map.of("training", "sha256:00"))));
  }

  private static NumberTerm term(double mean, double scale, double weight) {
    return new NumberTerm(mean, scale, new double[] {weight}, new double[] {0});
  }

  static Sha256 trials(ArtifactStore store) throws IOException {
    Trials trials =
        new Trials(
            1,
            "average-precision",
            3,
            1500,
            7,
            List.of(
                new Trial(
                    "logistic", "logistic", Map.of("l2", 1.0), List.of(.3, .31, .32), .31, true),
                new Trial(
                    "boosting",
                    "boosting",
                    Map.of("leaves", 8.0, "rate", 0.1),
                    List.of(.3, .29, .28),
                    .29,
                    false)));
    return store.put(JsonMapper.shared().writeValueAsBytes(RecordTree.of(trials)));
  }

  /** Writes a second candidate of the same split, and the chosen one by entity, which cheats. */
  static Sha256 alternatives(
      ArtifactStore store, Path scratch, Sha256 training, EvaluateRules rules) throws IOException {
    Dataset dataset = Dataset.of(ParquetColumns.read(store.fetch(training)));
    Split main = split(dataset, rules.split(), rules.seed());
    Split entity =
        split(
            dataset, new SplitSettings(SplitSettings.By.ENTITY, List.of(), 0.3, ""), rules.seed());
    SplittableRandom random = new SplittableRandom(3);
    Path file = scratch.resolve("alternatives.parquet");
    try (RowWriter<AlternativePrediction> writer =
        ParquetRows.write(file, TableSchema.of(RowSchema.of(AlternativePrediction.class)))) {
      for (int row : main.test()) {
        writer.write(
            new AlternativePrediction("group", "boosting", row, 0, 0.2 * random.nextDouble()));
      }
      for (int row : entity.test()) {
        double cheated = 0.1 + 0.1 * dataset.labels()[row] + 0.3 * random.nextDouble();
        writer.write(new AlternativePrediction("entity", "logistic", row, 0, cheated));
      }
    }
    return store.put(file);
  }

  /** Of rows that cannot be split there are no alternatives. */
  private static Split split(Dataset dataset, SplitSettings settings, long seed) {
    try {
      return Split.of(dataset, settings, seed);
    } catch (InvalidDatasetException e) {
      return new Split(new int[0], new int[0]);
    }
  }

  static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
