package org.penstock.evaluate.finding;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penstock.dataset.Slicing;
import org.penstock.evaluation.Bootstrap;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Measurable;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Predictions;
import org.penstock.scoring.ModelBundle;

/**
 * Measures a model, slices of its test rows, and what it can be compared with.
 *
 * <p>Whatever was judged on the same rows is measured on the same draws of the bootstrap, so that
 * differences have intervals of their own.
 */
final class Contest {

  /** The model itself is measured first. */
  private static final int MODEL = 0;

  private final TestRows test;
  private final Predictions model;
  private final Cutoff cutoff;
  private final Bootstrap bootstrap;

  private final List<Predictions> predictions = new ArrayList<>();
  private final List<Cutoff> cutoffs = new ArrayList<>();

  /**
   * @param model what the model says of the test rows
   * @param cutoff the threshold of the model and the costs of the project
   */
  Contest(TestRows test, Predictions model, Cutoff cutoff, Bootstrap bootstrap) {
    this.test = requireNonNull(test, "test");
    this.model = requireNonNull(model, "model");
    this.cutoff = requireNonNull(cutoff, "cutoff");
    this.bootstrap = requireNonNull(bootstrap, "bootstrap");
    enter(model, cutoff);
  }

  /**
   * What was measured.
   *
   * @param metrics of the model
   * @param slices in the order of the columns asked for
   * @param champion the model that serves now
   * @param alternatives in the order given
   */
  record Measured(
      Map<Metric, Estimate> metrics,
      List<Slice> slices,
      Optional<Contender> champion,
      List<Contender> alternatives) {}

  /** Where the draws have what they say of a value of a column. */
  private record Part(String column, String value, int index) {}

  /**
   * Measures, once.
   *
   * @param by what the test rows were split by
   * @param columns names of columns to look at value by value
   */
  Measured measure(
      String by,
      List<String> columns,
      Optional<ModelBundle> champion,
      List<Alternative> alternatives) {
    List<Part> parts = columns.stream().flatMap(column -> parts(column).stream()).toList();
    Optional<Integer> champions = champion.map(this::enter);
    List<Optional<Integer>> places =
        alternatives.stream().map(alternative -> enter(alternative, by)).toList();

    Bootstrap.Draws draws = bootstrap.draw(measurable());

    List<Contender> contenders = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Alternative alternative = alternatives.get(i);
      contenders.add(
          places
              .get(i)
              .map(index -> contender(alternative.split(), alternative.candidate(), index, draws))
              .orElseGet(() -> onOtherRows(alternative)));
    }
    return new Measured(
        draws.estimate(MODEL),
        parts.stream().map(part -> slice(part, draws)).toList(),
        champions.map(index -> contender(by, "champion", index, draws)),
        contenders);
  }

  private int enter(Predictions added, Cutoff at) {
    predictions.add(added);
    cutoffs.add(at);
    return predictions.size() - 1;
  }

  private int enter(ModelBundle champion) {
    return enter(
        model.with(BundleScores.of(champion, test.dataset()).score(test.rows())),
        new Cutoff(champion.threshold(), cutoff.falsePositiveCost(), cutoff.falseNegativeCost()));
  }

  /** Returns where, if it was judged on the same rows. */
  private Optional<Integer> enter(Alternative alternative, String by) {
    return alternative.split().equals(by) && Arrays.equals(alternative.rows(), test.rows())
        ? Optional.of(enter(model.with(alternative.outputs()), cutoff))
        : Optional.empty();
  }

  private List<Part> parts(String column) {
    Slicing slicing = Slicing.of(test.table(), column);
    int[] rows = test.rows();
    List<Part> parts = new ArrayList<>();
    for (int slice = 0; slice < slicing.names().size(); slice++) {
      int value = slice;
      int[] places =
          IntStream.range(0, rows.length).filter(i -> slicing.codes()[rows[i]] == value).toArray();
      if (places.length > 0) {
        int index = enter(model.rows(places), cutoff);
        parts.add(new Part(column, slicing.names().get(slice), index));
      }
    }
    return parts;
  }

  private List<Measurable> measurable() {
    return IntStream.range(0, predictions.size())
        .parallel()
        .mapToObj(i -> Measurable.of(predictions.get(i), cutoffs.get(i)))
        .toList();
  }

  private Slice slice(Part part, Bootstrap.Draws draws) {
    Predictions said = predictions.get(part.index());
    return new Slice(
        part.column(),
        part.value(),
        said.rows(),
        said.width() > 1 ? Double.NaN : mean(said.labels()),
        said.width() > 1 ? Double.NaN : mean(said.outputs()),
        draws.estimate(part.index()));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private Contender contender(String split, String name, int index, Bootstrap.Draws draws) {
    return new Contender(
        split,
        name,
        predictions.get(index).rows(),
        draws.estimate(index),
        Optional.of(draws.difference(index, MODEL)));
  }

  private Contender onOtherRows(Alternative alternative) {
    Predictions said = test.predictions(alternative.rows(), alternative.outputs());
    return new Contender(
        alternative.split(),
        alternative.candidate(),
        said.rows(),
        bootstrap.estimate(said, cutoff),
        Optional.empty());
  }
}
