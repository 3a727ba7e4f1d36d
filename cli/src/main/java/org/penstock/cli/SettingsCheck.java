package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.penstock.config.GatheringConfig;
import org.penstock.config.InvalidConfigException;
import org.penstock.config.ProjectConfig;
import org.penstock.config.ProjectYaml;
import org.penstock.config.TrainSettings;
import org.penstock.evaluation.Metric;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Project;
import org.penstock.row.Column;
import org.penstock.row.NearestName;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.Task;

/**
 * What settings can only be told to be wrong of by who knows the project and the metrics; steps
 * find it too, but late and one by one.
 */
final class SettingsCheck {

  private final String file;
  private final Project project;

  /**
   * @param file what problems call the settings
   */
  SettingsCheck(String file, Project project) {
    this.file = requireNonNull(file, "file");
    this.project = requireNonNull(project, "project");
  }

  /**
   * Checks names that the settings mention.
   *
   * @throws InvalidConfigException with every problem
   */
  void check(ProjectYaml config) {
    List<String> problems = new ArrayList<>();
    if (!config.name().equals(project.name())) {
      problems.add(
          "%s: name: expected '%s', got '%s'".formatted(file, project.name(), config.name()));
    }
    switch (config) {
      case ProjectConfig model when project instanceof ModelProject code ->
          check(model, code, problems);
      case ProjectConfig _ ->
          problems.add("%s: gather: missing; %s has no model".formatted(file, project.name()));
      case GatheringConfig _ when project instanceof ModelProject ->
          problems.add("%s: gather: %s has a model".formatted(file, project.name()));
      case GatheringConfig _ -> {}
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
  }

  private void check(ProjectConfig config, ModelProject code, List<String> problems) {
    List<String> rows = columns(code.view().rowType()).toList();
    List<String> training =
        Stream.concat(rows.stream(), columns(code.view().featureType())).toList();
    Task task = task(code);
    List<String> metrics = Metric.of(task).stream().map(Metric::key).toList();
    check("split.group", "column", config.split().group(), rows, problems);
    List<String> choosing =
        Metric.of(task).stream().filter(Metric::canChoose).map(Metric::key).toList();
    check("train.metric", "metric", List.of(config.train().metric()), choosing, problems);
    List<Column> features = RowSchema.of(code.view().featureType()).columns();
    config.train().problems(task, features).stream()
        .map(problem -> file + ": " + problem)
        .forEach(problems::add);
    config
        .score()
        .ifPresent(score -> {
          check("score.listed", "label", score.listed(), labels(code), problems);
          check("score.by", "label", named(score.by()), labels(code), problems);
        });
    check("evaluate.slices", "column", config.evaluate().slices(), training, problems);
    List<String> limited =
        config.approval().policy().stream().map(limit -> limit.metric()).toList();
    List<String> evaluated =
        Stream.concat(
                metrics.stream(),
                config.forecast().stream().flatMap(forecast -> forecast.metrics().stream()))
            .toList();
    check("approval.policy", "metric", limited, evaluated, problems);
    if (config.forecast().isPresent() && task != Task.NUMBER) {
      problems.add(
          "%s: forecast: expected nothing, since what is predicted is %s"
              .formatted(file, task.title()));
    }
    List<String> seen = columns(code.view().featureType()).toList();
    check("train.candidates.cells", "feature", named(config.train()), seen, problems);
    config
        .train()
        .interval()
        .filter(interval -> !interval.by().isEmpty())
        .ifPresent(interval ->
            check("train.interval.by", "feature", List.of(interval.by()), seen, problems));
  }

  /** Returns the features that terms of cells name, each once. */
  private static List<String> named(TrainSettings train) {
    return train.candidates().stream()
        .flatMap(candidate -> candidate.cells().stream())
        .flatMap(term -> Stream.concat(term.by().stream(), Stream.of(term.of())))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private void check(
      String path, String kind, List<String> names, List<String> known, List<String> problems) {
    for (String name : names) {
      if (!known.contains(name)) {
        problems.add("%s: %s: %s".formatted(file, path, NearestName.unknown(kind, name, known)));
      }
    }
  }

  private static Task task(ModelProject code) {
    return label(code).map(Task::of).orElse(Task.BINARY);
  }

  private static List<String> labels(ModelProject code) {
    return label(code).map(Task::labels).orElse(List.of());
  }

  private static Optional<Column> label(ModelProject code) {
    return RowSchema.of(code.view().rowType()).columns().stream()
        .filter(column -> column.is(Role.LABEL))
        .findFirst();
  }

  /** An empty name stands for the standard. */
  private static List<String> named(String name) {
    return name.isEmpty() ? List.of() : List.of(name);
  }

  private static Stream<String> columns(Class<? extends Record> type) {
    return RowSchema.of(type).columns().stream().map(Column::name);
  }
}
