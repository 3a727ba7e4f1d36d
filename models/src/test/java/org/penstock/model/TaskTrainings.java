package org.penstock.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.penstock.config.Candidate;
import org.penstock.config.Candidate.Resample;
import org.penstock.config.ClassWeights;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.config.TrainSettings;
import org.penstock.config.TrainSettings.Calibration;
import org.penstock.config.TrainSettings.Cost;
import org.penstock.config.TrainSettings.Search;
import org.penstock.config.TrainerKind;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Split;
import org.penstock.model.ModelTraining.NamedSplit;
import org.penstock.model.ModelTraining.Subject;

/** Trainings on {@link TaskTables}, and what they need. */
final class TaskTrainings {

  static final SplitSettings BY_ENTITY = new SplitSettings(By.ENTITY, List.of(), 0.3, "", true);

  static final Candidate BOOSTING = candidate(TrainerKind.BOOSTING, Map.of("trees", List.of(30.0)));

  private TaskTrainings() {}

  static TrainedModel train(Dataset dataset, TrainSettings settings, Instant now) throws Exception {
    return train(dataset, settings, split(dataset), now);
  }

  static TrainedModel train(Dataset dataset, TrainSettings settings, NamedSplit split, Instant now)
      throws Exception {
    return new ModelTraining(BY_ENTITY, settings, Optional.empty(), 2, (_, _) -> {}, () -> now)
        .train(dataset, split, List.of(), subject());
  }

  static NamedSplit split(Dataset dataset) {
    return new NamedSplit("entity", Split.of(dataset, BY_ENTITY, 1));
  }

  static Subject subject() {
    return new Subject("plant", "What it does", new TreeMap<>());
  }

  static Candidate candidate(TrainerKind kind, Map<String, List<Double>> hyperparameters) {
    return new Candidate(
        kind.name().toLowerCase(Locale.ROOT), kind, Resample.NONE, hyperparameters);
  }

  static TrainSettings settings(String metric, Candidate candidate) {
    return new TrainSettings(
        7,
        metric,
        3,
        900,
        6,
        ClassWeights.NONE,
        Calibration.NONE,
        new Cost(1, 1),
        List.of(candidate));
  }

  static TrainSettings settings(Search search, OptionalInt budget, Candidate... candidates) {
    return new TrainSettings(
        7,
        "mae",
        3,
        60_000,
        6,
        ClassWeights.NONE,
        Calibration.NONE,
        new Cost(1, 1),
        List.of(candidates),
        Optional.empty(),
        search,
        budget,
        Optional.empty());
  }
}
