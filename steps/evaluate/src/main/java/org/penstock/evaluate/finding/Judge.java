package org.penstock.evaluate.finding;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.penstock.config.ForecastSettings;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Split;
import org.penstock.evaluation.Baseline;
import org.penstock.evaluation.Bootstrap;
import org.penstock.evaluation.ClassPredictions;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.NumberPredictions;
import org.penstock.evaluation.Predictions;
import org.penstock.evaluation.Trials;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.Role;
import org.penstock.row.Task;
import org.penstock.scoring.ModelBundle;

/** Judges a model on the test split of a training table, beside all it can be compared with. */
public final class Judge {

  private final Subject subject;
  private final ModelBundle model;
  private final Cutoff cutoff;
  private final List<String> slices;
  private final Optional<ForecastSettings> forecast;

  /**
   * @param cutoff the threshold of the model and the costs of the project
   * @param slices names of columns to look at value by value
   */
  public Judge(Subject subject, ModelBundle model, Cutoff cutoff, List<String> slices) {
    this(subject, model, cutoff, slices, Optional.empty());
  }

  /**
   * @param forecast how the model is judged as a forecast, too
   */
  public Judge(
      Subject subject,
      ModelBundle model,
      Cutoff cutoff,
      List<String> slices,
      Optional<ForecastSettings> forecast) {
    this.subject = requireNonNull(subject, "subject");
    this.model = requireNonNull(model, "model");
    this.cutoff = requireNonNull(cutoff, "cutoff");
    this.slices = List.copyOf(slices);
    this.forecast = requireNonNull(forecast, "forecast");
  }

  /**
   * What a model is compared with.
   *
   * @param alternatives from train
   * @param champion the model that serves now
   * @param trials the search
   */
  public record Comparisons(
      List<Alternative> alternatives, Optional<ModelBundle> champion, Trials trials) {}

  /**
   * Judges.
   *
   * @throws org.penstock.dataset.InvalidDatasetException if the table cannot be split or judged on
   * @throws IllegalArgumentException if the model reads other features than the table has
   */
  public Findings judge(ColumnTable table, Comparisons comparisons) {
    Dataset dataset = Dataset.of(table).requireLearnable();
    requireSameTask(dataset);
    TestRows rows =
        new TestRows(table, dataset, Split.of(dataset, subject.split(), subject.seed()));
    Bootstrap bootstrap = new Bootstrap(subject.resamples(), subject.confidence(), subject.seed());
    Optional<ForecastJudge> forecasts =
        forecast.map(settings -> new ForecastJudge(settings, dataset, bootstrap));
    BundleScores scores = BundleScores.of(model, dataset);
    Predictions test = test(rows, scores, forecasts);
    Map<Boolean, List<Alternative>> alternatives =
        comparisons.alternatives().stream()
            .collect(Collectors.partitioningBy(Alternative::isRolling));

    Contest.Measured measured =
        new Contest(rows, test, cutoff, bootstrap)
            .measure(by(), slices, comparisons.champion(), alternatives.get(false));
    List<Contender> candidates =
        measured.alternatives().stream()
            .filter(contender -> contender.split().equals(by()))
            .filter(contender -> !contender.candidate().equals(subject.card().candidate()))
            .toList();
    List<Contender> splits =
        measured.alternatives().stream()
            .filter(contender -> !contender.split().equals(by()))
            .toList();
    List<Importance> importances =
        Importance.of(scores, model.features(), rows.rows(), test, subject.seed());
    Optional<ForecastFindings> forecasting =
        forecasts.map(judge ->
            judge.judge(
                rows.split(),
                (NumberPredictions) test,
                alternatives.get(true).stream().findFirst()));

    RowCounts counts = RowCounts.of(dataset, rows.split(), test.groups());
    List<Baseline> baselines = baselines(rows, test, forecasting);
    Detail detail = detail(rows, test, importances, bootstrap);
    Optional<String> entity = table.columns(Role.ENTITY).stream().map(Column::name).findFirst();
    return new Findings(
        subject,
        counts,
        measured.metrics(),
        baselines,
        measured.slices(),
        candidates,
        splits,
        measured.champion(),
        importances,
        comparisons.trials(),
        warnings(rows, counts, measured, candidates, detail, entity, forecasting),
        verdict(counts, measured.metrics(), splits, baselines, detail, entity),
        detail,
        forecasting);
  }

  private void requireSameTask(Dataset dataset) {
    if (!Task.labels(dataset.label()).equals(model.labels())) {
      throw new IllegalArgumentException(
          "The model predicts %s with labels %s; the training table has %s"
              .formatted(model.task().title(), model.labels(), Task.labels(dataset.label())));
    }
  }

  private String by() {
    return subject.split().by().name().toLowerCase(Locale.ROOT);
  }

  /** Of a forecast with its intervals, and in groups of one season. */
  private static Predictions test(
      TestRows rows, BundleScores scores, Optional<ForecastJudge> forecasts) {
    Predictions plain = rows.predictions(rows.rows(), scores.score(rows.rows()));
    return plain instanceof NumberPredictions numbers
        ? new NumberPredictions(
            numbers.targets(),
            numbers.numbers(),
            forecasts.map(judge -> judge.blocks(rows.rows())).orElse(numbers.groups()),
            scores.band(rows.rows(), numbers.numbers()))
        : plain;
  }

  private List<Baseline> baselines(
      TestRows rows, Predictions test, Optional<ForecastFindings> forecasting) {
    double[] learnt =
        Arrays.stream(rows.split().train())
            .mapToDouble(row -> rows.dataset().labels()[row])
            .toArray();
    List<Baseline> baselines = new ArrayList<>(Baseline.of(test, learnt, cutoff));
    forecasting.ifPresent(found ->
        found
            .test()
            .naive()
            .forEach((name, numbers) ->
                baselines.add(
                    Baseline.of(
                        name,
                        "What happened %s before, as far as it was known, happens again"
                            .formatted(name.replaceFirst("^naive-", "")),
                        test.with(numbers),
                        cutoff))));
    return baselines;
  }

  private Detail detail(
      TestRows rows, Predictions test, List<Importance> importances, Bootstrap bootstrap) {
    Detail detail = Detail.of(test, model.labels(), cutoff, bootstrap);
    return detail instanceof Detail.Classes classes && test instanceof ClassPredictions said
        ? classes.with(
            EntityFindings.of(
                rows.table(),
                rows.dataset(),
                rows.rows(),
                said,
                importances.stream().map(Importance::feature).findFirst(),
                bootstrap))
        : detail;
  }

  private List<String> warnings(
      TestRows rows,
      RowCounts counts,
      Contest.Measured measured,
      List<Contender> candidates,
      Detail detail,
      Optional<String> entity,
      Optional<ForecastFindings> forecasting) {
    Metric main = subject.focus().main();
    Warnings warnings = new Warnings();
    forecasting.ifPresent(warnings::forecast);
    warnings.rows(counts, subject.split(), entity);
    switch (detail) {
      case Detail.Binary binary ->
          warnings.positives(counts).calibration(binary.meanProbability(), counts.baseRate());
      case Detail.Classes classes -> warnings.labels(counts, classes.labels());
      case Detail.Number _ -> {}
    }
    return warnings
        .constant(rows.constantFeatures())
        .slices(measured.slices(), main, measured.metrics().get(main).value())
        .candidates(candidates, main)
        .all();
  }

  private Verdict verdict(
      RowCounts rows,
      Map<Metric, Estimate> metrics,
      List<Contender> splits,
      List<Baseline> baselines,
      Detail detail,
      Optional<String> entity) {
    return switch (detail) {
      case Detail.Binary binary ->
          BinaryVerdict.of(
              metrics,
              binary.decisions(),
              rows,
              cutoff,
              by(),
              splits,
              Map.of("entity", "by " + entity.orElse("row")));
      case Detail.Classes classes -> ClassVerdict.of(metrics, baselines, classes);
      case Detail.Number _ -> NumberVerdict.of(metrics, baselines);
    };
  }
}
