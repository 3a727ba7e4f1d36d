package org.penstock.model;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.config.ForecastSettings;
import org.penstock.config.RepeatSettings;
import org.penstock.config.SplitSettings;
import org.penstock.config.TrainSettings;
import org.penstock.config.TrainerKind;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Split;
import org.penstock.evaluation.Trials;
import org.penstock.model.TrainedModel.Alternative;
import org.penstock.row.Task;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.ModelCard;
import org.penstock.scoring.Scorer;

/**
 * Trains the model of a project: searches the candidates on the train split, then lets the best
 * learn from all of it.
 *
 * <p>What the other candidates say of the test rows, and what the chosen one says under another
 * split, is computed as well, so that an evaluation can compare; none of it influences the choice.
 */
public final class ModelTraining {

  private final SplitSettings split;
  private final TrainSettings settings;
  private final Optional<ForecastSettings> forecast;
  private final int threads;
  private final Watcher watcher;
  private final InstantSource clock;

  /**
   * @param split how the folds of the search are to be
   * @param threads how many to use, at least 1; the result does not depend on it
   */
  public ModelTraining(SplitSettings split, TrainSettings settings, int threads, Watcher watcher) {
    this(split, settings, Optional.empty(), threads, watcher);
  }

  /**
   * @param split how the folds of the search are to be
   * @param forecast of rows that follow each other in time: the model is judged from one origin
   *     after another, too, and looks ahead from the last row
   * @param threads how many to use, at least 1; the result does not depend on it
   */
  public ModelTraining(
      SplitSettings split,
      TrainSettings settings,
      Optional<ForecastSettings> forecast,
      int threads,
      Watcher watcher) {
    this(split, settings, forecast, threads, watcher, InstantSource.system());
  }

  /** Trains by the time of {@code clock}, which only a budget asks for. */
  ModelTraining(
      SplitSettings split,
      TrainSettings settings,
      Optional<ForecastSettings> forecast,
      int threads,
      Watcher watcher,
      InstantSource clock) {
    this.clock = requireNonNull(clock, "clock");
    this.split = requireNonNull(split, "split");
    this.settings = requireNonNull(settings, "settings");
    this.forecast = requireNonNull(forecast, "forecast");
    this.threads = threads;
    this.watcher = requireNonNull(watcher, "watcher");
  }

  /**
   * A way to split that a model is trained under.
   *
   * @param by its word in {@code project.yaml}
   */
  public record NamedSplit(String by, Split split) {}

  /**
   * Trains.
   *
   * @param main its train rows teach the model
   * @param others under each of which the chosen candidate is trained once more
   * @param subject the project, and one sentence on what is predicted
   * @throws org.penstock.dataset.InvalidDatasetException if the train rows are all of one class or
   *     number, or of fewer groups than there are folds
   * @throws IllegalArgumentException if the settings do not fit the task; see {@link
   *     TrainSettings#problems}
   */
  public TrainedModel train(
      Dataset dataset, NamedSplit main, List<NamedSplit> others, Subject subject)
      throws InterruptedException {
    dataset.requireLearnable();
    Dataset train = dataset.rows(main.split().train());
    train.requireLearnable();
    Optional<RepeatedSplits> repeats =
        settings.repeats().map(each -> new RepeatedSplits(each, split, dataset, settings.seed()));
    try (Workers workers = new Workers(threads, models(others), watcher)) {
      Fits fits = new Fits(dataset, workers);
      ModelSearch search =
          new ModelSearch(split, settings, workers, Deadline.of(clock, settings.budget()));
      if (settings.budget().isEmpty()) {
        // The longest work of all need not wait for folds that cannot change it.
        search.certain(dataset.task()).forEach(recipe -> fits.begin(recipe, main.split()));
      }
      ModelSearch.Found found = search.run(train);
      List<Fit> alternatives = alternatives(main, others, found);
      int members = found.chosen().recipe().members().size();
      workers.expect(others.size() * Math.max(0, members - 1));
      fits.begin(found.chosen().recipe(), main.split());
      alternatives.forEach(each -> fits.begin(each.choice().recipe(), each.split().split()));
      Optional<Trials.Repeats> judged = Optional.empty();
      if (repeats.isPresent()) {
        judged =
            Optional.of(repeats.get().judge(dataset, found.chosen(), settings.cost(), workers));
      }
      TrainedModel model = fit(dataset, main, alternatives, subject, found, fits);
      return judged.map(model::with).orElse(model);
    }
  }

  /** How many models are trained at most: those of an ensemble are those of its members. */
  private int models(List<NamedSplit> others) {
    long single =
        settings.candidates().stream()
            .filter(each -> each.trainer() != TrainerKind.ENSEMBLE)
            .count();
    return ModelSearch.models(settings)
        + (int) single
        + others.size()
        + settings.repeats().map(RepeatSettings::models).orElse(0);
  }

  /**
   * What a bundle says of where it comes from.
   *
   * @param project its name
   * @param description what it predicts
   * @param provenance digests and the like, by name
   */
  public record Subject(String project, String description, SortedMap<String, String> provenance) {}

  /** A choice, and the rows it learns from. */
  private record Fit(Choice choice, NamedSplit split) {}

  /** The chosen one under the other splits, then the other candidates by name. */
  private static List<Fit> alternatives(
      NamedSplit main, List<NamedSplit> others, ModelSearch.Found found) {
    List<Fit> alternatives = new ArrayList<>();
    others.forEach(other -> alternatives.add(new Fit(found.chosen(), other)));
    for (Choice choice : found.choices().values()) {
      if (!choice.name().equals(found.chosen().name())) {
        alternatives.add(new Fit(choice, main));
      }
    }
    return alternatives;
  }

  private TrainedModel fit(
      Dataset dataset,
      NamedSplit main,
      List<Fit> others,
      Subject subject,
      ModelSearch.Found found,
      Fits fits)
      throws InterruptedException {
    Learned model = fits.learned(found.chosen().recipe(), main.split());
    ModelBundle bundle = bundle(dataset, main, subject, found.chosen(), model.scorer());
    List<Alternative> alternatives = new ArrayList<>();
    for (Fit other : others) {
      alternatives.add(
          alternative(
              dataset, other, fits.learned(other.choice().recipe(), other.split().split())));
    }
    if (forecast.isPresent()) {
      RollingForecast rolling =
          new RollingForecast(found.chosen().recipe(), forecast.get(), dataset);
      alternatives.add(rolling.run());
      bundle = bundle.with(rolling.outlook(model.scorer()));
    }
    return new TrainedModel(bundle, model.tribuo(), found.trials(), alternatives);
  }

  private static Alternative alternative(Dataset dataset, Fit fit, Learned learned) {
    int[] rows = fit.split().split().test();
    Examples unseen = Examples.of(dataset, rows);
    double[] outputs = fit.choice().calibrated(learned.outputs(unseen), unseen.width());
    return new Alternative(fit.split().by(), fit.choice().name(), rows, outputs);
  }

  private ModelBundle bundle(
      Dataset dataset, NamedSplit main, Subject subject, Choice choice, Scorer scorer) {
    SortedMap<String, String> chosen = new TreeMap<>();
    choice.recipe().chosen().values().forEach((name, value) -> chosen.put(name, value.toString()));
    return new ModelBundle(
        subject.project(),
        dataset.features(),
        Task.labels(dataset.label()),
        scorer,
        choice.calibration(),
        choice.threshold(),
        new ModelCard(
            subject.description(),
            choice.name(),
            choice.recipe().description(),
            chosen,
            main.split().train().length,
            subject.provenance()),
        choice.interval(),
        Optional.empty(),
        Optional.empty());
  }
}
