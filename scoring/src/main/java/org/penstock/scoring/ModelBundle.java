package org.penstock.scoring;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Task;

/**
 * A model as it is served: what it reads, what it has learnt, and what its answer means. Instances
 * are immutable and shared by threads. The file format stands in {@code docs/artifacts.md}.
 *
 * @param project the project whose rows it scores
 * @param features what it reads, in order; numbers, booleans and categories
 * @param labels the classes it tells apart, at least two, in code order; of two, the second is the
 *     positive one; empty where a number is predicted
 * @param scorer from features to probabilities or to the number
 * @param calibration from the scorer's probability of the positive label to a calibrated one; for
 *     more than two labels none or a temperature, for a number none
 * @param threshold at this calibrated probability and above, the positive label is predicted; in
 *     [0, 1]; means nothing but for two labels
 * @param card what a person should know of it
 * @param interval how far a number may lie from its prediction; of numbers only
 * @param outlook where the known rows end, of rows that follow each other in time
 * @param requests how the service is to make features of what is posted: settings of the project,
 *     by name, as texts, numbers and maps of such, which scoring carries and does not read
 */
public record ModelBundle(
    String project,
    List<Column> features,
    List<String> labels,
    Scorer scorer,
    Calibration calibration,
    double threshold,
    ModelCard card,
    Optional<Interval> interval,
    Optional<Outlook> outlook,
    Optional<Map<String, Object>> requests) {

  /** A model without intervals, without a future, and with no word on requests. */
  public ModelBundle(
      String project,
      List<Column> features,
      List<String> labels,
      Scorer scorer,
      Calibration calibration,
      double threshold,
      ModelCard card) {
    this(
        project,
        features,
        labels,
        scorer,
        calibration,
        threshold,
        card,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public ModelBundle {
    requireNonNull(interval, "interval");
    requireNonNull(outlook, "outlook");
    requests = requests.map(settings -> Collections.unmodifiableMap(new TreeMap<>(settings)));
    requireNonNull(project, "project");
    requireNonNull(calibration, "calibration");
    requireNonNull(card, "card");
    features = List.copyOf(features);
    labels = List.copyOf(labels);
    Task task = Task.of(labels);
    if (scorer.outputs() != task.width(labels.size())) {
      throw new IllegalArgumentException(
          task.hasLabels()
              ? "A scorer of %d outputs cannot tell the labels %s apart"
                  .formatted(scorer.outputs(), labels)
              : "A scorer of %d outputs cannot predict a number".formatted(scorer.outputs()));
    }
    if (!fits(calibration, task)) {
      throw new IllegalArgumentException(
          "Calibration of %s is not known: %s".formatted(task.title(), calibration));
    }
    if (scorer.features() != features.size()) {
      throw new IllegalArgumentException(
          "A scorer of %d features in a bundle of %d"
              .formatted(scorer.features(), features.size()));
    }
    for (int i = 0; i < features.size(); i++) {
      boolean category = features.get(i).kind() == Kind.CATEGORY;
      if (scorer.isCategory(i) != category) {
        throw new IllegalArgumentException(
            "Feature '%s' is %s category, its scorer takes it for %s"
                .formatted(
                    features.get(i).name(), category ? "a" : "no", category ? "none" : "one"));
      }
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold is %s, expected [0, 1]".formatted(threshold));
    }
  }

  /**
   * Reads a bundle.
   *
   * @throws InvalidBundleException if the file is no bundle of this format version, naming the
   *     place
   */
  public static ModelBundle read(Path file) throws IOException {
    return read(Files.readAllBytes(file));
  }

  /**
   * Reads a bundle.
   *
   * @throws InvalidBundleException if the bytes are no bundle of this format version, naming the
   *     place
   */
  public static ModelBundle read(byte[] json) {
    return BundleReader.read(json);
  }

  /** Returns this model with intervals around its numbers. */
  public ModelBundle with(Interval interval) {
    return new ModelBundle(
        project,
        features,
        labels,
        scorer,
        calibration,
        threshold,
        card,
        Optional.of(interval),
        outlook,
        requests);
  }

  /** Returns this model with a future. */
  public ModelBundle with(Outlook outlook) {
    return new ModelBundle(
        project,
        features,
        labels,
        scorer,
        calibration,
        threshold,
        card,
        interval,
        Optional.of(outlook),
        requests);
  }

  /** Returns this model with what the service needs to know of requests. */
  public ModelBundle withRequests(Map<String, Object> requests) {
    return new ModelBundle(
        project,
        features,
        labels,
        scorer,
        calibration,
        threshold,
        card,
        interval,
        outlook,
        Optional.of(requests));
  }

  /** Returns the canonical JSON: equal bundles give equal bytes. */
  public byte[] toBytes() {
    return BundleWriter.write(this);
  }

  /** Returns what it predicts. */
  public Task task() {
    return Task.of(labels);
  }

  /** Returns how many numbers it says of a row. */
  public int width() {
    return scorer.outputs();
  }

  /**
   * Computes all that it says of a row: the calibrated probability of the second of two labels, one
   * probability a label, or the number. Allocates nothing.
   *
   * @param into receives {@link #width()} numbers
   */
  public void predict(double[] row, double[] into) {
    if (task() == Task.BINARY) {
      into[0] = probability(row);
      return;
    }
    if (task() == Task.CLASSES) {
      probabilities(row, into);
      return;
    }
    into[0] = number(row);
  }

  /** Computes the number that it predicts, where it has no labels. Allocates nothing. */
  public double number(double[] row) {
    return scorer.output(row, 0);
  }

  /**
   * Computes the calibrated probability of the positive (second) label. Allocates nothing.
   *
   * @param row one number a feature in the order of {@link #features()}, missing is NaN, a category
   *     is the code of its level
   */
  public double probability(double[] row) {
    return calibration.apply(scorer.probability(row, 1));
  }

  /**
   * Computes the probability of every label.
   *
   * @param into receives one probability a label, in label order
   */
  public void probabilities(double[] row, double[] into) {
    if (labels.size() == 2) {
      into[1] = probability(row);
      into[0] = 1 - into[1];
      return;
    }
    scorer.probabilities(row, into);
    if (calibration instanceof Calibration.Temperature temperature) {
      temperature.apply(into, 0, labels.size());
    }
  }

  private static boolean fits(Calibration calibration, Task task) {
    return switch (calibration) {
      case Calibration.None() -> true;
      case Calibration.Temperature _ -> task.hasLabels();
      case Calibration.Platt _, Calibration.Isotonic _ -> task == Task.BINARY;
    };
  }

  /** Returns the label of two that is predicted at a calibrated probability. */
  public String label(double probability) {
    return labels.get(probability >= threshold ? 1 : 0);
  }

  /**
   * Returns the code of the label that is predicted: of two by the threshold, of more the
   * likeliest, and of equally likely ones the first.
   *
   * @param probabilities one a label, in label order
   */
  public int predicted(double[] probabilities) {
    if (labels.size() == 2) {
      return probabilities[1] >= threshold ? 1 : 0;
    }

    int likeliest = 0;
    for (int code = 1; code < probabilities.length; code++) {
      likeliest = probabilities[code] > probabilities[likeliest] ? code : likeliest;
    }
    return likeliest;
  }

  /**
   * Finds what it reads in a table.
   *
   * @return by feature, its place in {@code columns}
   * @throws IllegalArgumentException if there is no such column, or one of another kind or other
   *     levels: the model was made for other rows; all of them at once
   */
  public int[] placesIn(List<Column> columns) {
    List<String> problems = new ArrayList<>();
    int[] places = new int[features.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = placeOf(features.get(i), columns);
      if (places[i] < 0) {
        problems.add(features.get(i).name());
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The model reads features that the table does not have, or has with another kind or other"
              + " levels: %s; the table has %s"
                  .formatted(problems, columns.stream().map(Column::name).toList()));
    }
    return places;
  }

  private static int placeOf(Column wanted, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Column found = columns.get(i);
      if (found.name().equals(wanted.name())
          && found.kind() == wanted.kind()
          && found.levels().equals(wanted.levels())) {
        return i;
      }
    }
    return -1;
  }
}
