package org.penstock.evaluate.finding;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.penstock.config.ForecastSettings;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Grouping;
import org.penstock.dataset.Slicing;
import org.penstock.dataset.Split;
import org.penstock.evaluation.Baseline;
import org.penstock.evaluation.Bootstrap;
import org.penstock.evaluation.ClassPredictions;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Measurable;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.NumberPredictions;
import org.penstock.evaluation.Predictions;
import org.penstock.evaluation.Trials;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.Role;
import org.penstock.row.Task;
import org.penstock.scoring.ModelBundle;

/**
 * Judges a model on the test split of a training table, beside all it can be compared with.
 *
 * <p>Whatever was judged on the same rows is measured on the same draws of the bootstrap, so that
 * differences have intervals of their own.
 */
public final class Judge {

  /** How train names what it predicted from one origin after another. */
  private static final String ROLLING = "rolling";

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

  /** What was measured on the draws of the test split, in the order it was added. */
  private record Shared(
      List<Predictions> predictions, List<Cutoff> cutoffs, List<SliceRows> slices) {

    int add(Predictions added, Cutoff at) {
      predictions.add(added);
      cutoffs.add(at);
      return predictions.size() - 1;
    }

    List<Measurable> measurable() {
      return IntStream.range(0, predictions.size())
          .parallel()
          .mapToObj(i -> Measurable.of(predictions.get(i), cutoffs.get(i)))
          .toList();
    }
  }

  private record SliceRows(String column, String value, int index) {}

  /**
   * Judges.
   *
   * @throws org.penstock.dataset.InvalidDatasetException if the table cannot be split or judged on
   * @throws IllegalArgumentException if the model reads other features than the table has
   */
  public Findings judge(ColumnTable table, Comparisons comparisons) {
    Dataset dataset = Dataset.of(table).requireLearnable();
    requireSameTask(dataset);
    Split split = Split.of(dataset, subject.split(), subject.seed());
    BundleScores scores = BundleScores.of(model, dataset);
    Bootstrap bootstrap = new Bootstrap(subject.resamples(), subject.confidence(), subject.seed());
    Optional<ForecastJudge> forecasts =
        forecast.map(settings -> new ForecastJudge(settings, dataset, bootstrap));
    Predictions test = test(dataset, split, scores, forecasts);
    Shared shared = new Shared(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    shared.add(test, cutoff);
    addSlices(table, split.test(), test, shared);
    Optional<Integer> champion =
        comparisons
            .champion()
            .map(bundle -> addChampion(bundle, dataset, split.test(), test, shared));
    List<Optional<Integer>> places =
        comparisons.alternatives().stream()
            .filter(alternative -> !alternative.split().equals(ROLLING))
            .map(alternative -> addAlternative(alternative, split.test(), test, shared))
            .toList();
    Bootstrap.Draws draws = bootstrap.draw(shared.measurable());
    List<Map<Metric, Estimate>> estimates = draws.estimates();

    List<Contender> contenders = new ArrayList<>();
    List<Alternative> others =
        comparisons.alternatives().stream()
            .filter(alternative -> !alternative.split().equals(ROLLING))
            .toList();
    for (int i = 0; i < places.size(); i++) {
      Alternative alternative = others.get(i);
      contenders.add(
          places.get(i).isPresent()
              ? onSameRows(alternative, places.get(i).get(), estimates, draws)
              : onOtherRows(alternative, dataset, bootstrap));
    }
    return findings(
        dataset,
        split,
        table,
        RowCounts.of(dataset, split, test.groups()),
        estimates.getFirst(),
        shared.slices().stream().map(slice -> slice(slice, shared, estimates)).toList(),
        contenders,
        champion.map(index -> contender(by(), "champion", test.rows(), index, estimates, draws)),
        Importance.of(scores, model.features(), split.test(), test, subject.seed()),
        comparisons.trials(),
        test,
        forecasts.map(judge ->
            judge.judge(split, (NumberPredictions) test, rolling(comparisons.alternatives()))));
  }

  /** Of a forecast with its intervals, and in groups of one season. */
  private Predictions test(
      Dataset dataset, Split split, BundleScores scores, Optional<ForecastJudge> forecasts) {
    Predictions plain = predictions(dataset, split.test(), scores.score(split.test()));
    return plain instanceof NumberPredictions numbers
        ? new NumberPredictions(
            numbers.targets(),
            numbers.numbers(),
            forecasts.map(judge -> judge.blocks(split.test())).orElse(numbers.groups()),
            scores.band(split.test(), numbers.numbers()))
        : plain;
  }

  private static Optional<Alternative> rolling(List<Alternative> alternatives) {
    return alternatives.stream()
        .filter(alternative -> alternative.split().equals(ROLLING))
        .findFirst();
  }

  private List<Baseline> naive(ForecastFindings found, Predictions test) {
    return found.test().naive().entrySet().stream()
        .map(naive ->
            Baseline.of(
                naive.getKey(),
                "What happened a season before, as far as it was known, happens again",
                test.with(naive.getValue()),
                cutoff))
        .toList();
  }

  private void requireSameTask(Dataset dataset) {
    if (!Task.labels(dataset.label()).equals(model.labels())) {
      throw new IllegalArgumentException(
          "The model predicts %s with labels %s; the training table has %s"
              .formatted(model.task().title(), model.labels(), Task.labels(dataset.label())));
    }
  }

  private Findings findings(
      Dataset dataset,
      Split split,
      ColumnTable table,
      RowCounts rows,
      Map<Metric, Estimate> metrics,
      List<Slice> judgedSlices,
      List<Contender> contenders,
      Optional<Contender> champion,
      List<Importance> importances,
      Trials trials,
      Predictions test,
      Optional<ForecastFindings> forecasts) {
    List<Contender> candidates =
        contenders.stream()
            .filter(contender -> contender.split().equals(by()))
            .filter(contender -> !contender.candidate().equals(subject.card().candidate()))
            .toList();
    List<Contender> splits =
        contenders.stream().filter(contender -> !contender.split().equals(by())).toList();
    Optional<String> entity = table.columns(Role.ENTITY).stream().map(Column::name).findFirst();
    double[] learnt =
        Arrays.stream(split.train()).mapToDouble(row -> dataset.labels()[row]).toArray();
    List<Baseline> baselines = new ArrayList<>(Baseline.of(test, learnt, cutoff));
    forecasts.ifPresent(found -> baselines.addAll(naive(found, test)));
    Detail detail = detail(table, dataset, split, test, importances);
    Metric main = subject.focus().main();
    Warnings warnings = new Warnings().rows(rows, subject.split(), entity);
    switch (detail) {
      case Detail.Binary binary ->
          warnings.positives(rows).calibration(binary.meanProbability(), rows.baseRate());
      case Detail.Classes classes -> warnings.labels(rows, classes.labels());
      case Detail.Number _ -> {}
    }
    List<String> notBeaten = forecasts.map(ForecastFindings::notBeaten).orElse(List.of());
    warnings.slices(judgedSlices, main, metrics.get(main).value()).candidates(candidates, main);
    Verdict verdict =
        switch (detail) {
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
    return new Findings(
        subject,
        rows,
        metrics,
        baselines,
        judgedSlices,
        candidates,
        splits,
        champion,
        importances,
        trials,
        Stream.concat(notBeaten.stream(), warnings.all().stream()).toList(),
        verdict,
        detail,
        forecasts);
  }

  private Detail detail(
      ColumnTable table,
      Dataset dataset,
      Split split,
      Predictions test,
      List<Importance> importances) {
    Detail detail = Detail.of(test, model.labels(), cutoff);
    return detail instanceof Detail.Classes classes && test instanceof ClassPredictions said
        ? classes.with(
            EntityFindings.of(
                table,
                dataset,
                split.test(),
                said,
                importances.stream().map(Importance::feature).findFirst(),
                new Bootstrap(subject.resamples(), subject.confidence(), subject.seed())))
        : detail;
  }

  private String by() {
    return subject.split().by().name().toLowerCase(Locale.ROOT);
  }

  private static Predictions predictions(Dataset dataset, int[] rows, double[] outputs) {
    double[] labels = new double[rows.length];
    long[] groups = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = dataset.labels()[rows[i]];
      groups[i] = dataset.groups()[rows[i]];
    }
    return Predictions.of(dataset.task(), labels, outputs, Grouping.of(groups));
  }

  private void addSlices(ColumnTable table, int[] rows, Predictions test, Shared shared) {
    for (String column : slices) {
      Slicing slicing = Slicing.of(table, column);
      for (int slice = 0; slice < slicing.names().size(); slice++) {
        int value = slice;
        int[] places =
            IntStream.range(0, rows.length)
                .filter(i -> slicing.codes()[rows[i]] == value)
                .toArray();
        if (places.length > 0) {
          int index = shared.add(test.rows(places), cutoff);
          shared.slices().add(new SliceRows(column, slicing.names().get(slice), index));
        }
      }
    }
  }

  private int addChampion(
      ModelBundle champion, Dataset dataset, int[] rows, Predictions test, Shared shared) {
    return shared.add(
        test.with(BundleScores.of(champion, dataset).score(rows)),
        new Cutoff(champion.threshold(), cutoff.falsePositiveCost(), cutoff.falseNegativeCost()));
  }

  private Optional<Integer> addAlternative(
      Alternative alternative, int[] rows, Predictions test, Shared shared) {
    return alternative.split().equals(by()) && Arrays.equals(alternative.rows(), rows)
        ? Optional.of(shared.add(test.with(alternative.outputs()), cutoff))
        : Optional.empty();
  }

  private static Slice slice(
      SliceRows slice, Shared shared, List<Map<Metric, Estimate>> estimates) {
    Predictions predictions = shared.predictions().get(slice.index());
    return new Slice(
        slice.column(),
        slice.value(),
        predictions.rows(),
        predictions.width() > 1 ? Double.NaN : mean(predictions.labels()),
        predictions.width() > 1 ? Double.NaN : mean(predictions.outputs()),
        estimates.get(slice.index()));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static Contender onSameRows(
      Alternative alternative,
      int index,
      List<Map<Metric, Estimate>> estimates,
      Bootstrap.Draws draws) {
    return contender(
        alternative.split(),
        alternative.candidate(),
        alternative.rows().length,
        index,
        estimates,
        draws);
  }

  private static Contender contender(
      String split,
      String candidate,
      long rows,
      int index,
      List<Map<Metric, Estimate>> estimates,
      Bootstrap.Draws draws) {
    return new Contender(
        split, candidate, rows, estimates.get(index), Optional.of(draws.difference(index, 0)));
  }

  private Contender onOtherRows(Alternative alternative, Dataset dataset, Bootstrap bootstrap) {
    return new Contender(
        alternative.split(),
        alternative.candidate(),
        alternative.rows().length,
        bootstrap.estimate(predictions(dataset, alternative.rows(), alternative.outputs()), cutoff),
        Optional.empty());
  }
}
