package org.penstock.evaluate.finding;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.config.SplitSettings;
import org.penstock.scoring.ModelCard;

/**
 * What was judged, and how.
 *
 * @param project its name
 * @param title its title
 * @param card of the model
 * @param positive the label whose probability is judged
 * @param split how the test rows were chosen
 * @param seed of the split and of every random choice of the evaluation
 * @param selection key of the metric that chose the model
 * @param resamples behind each interval
 * @param confidence of each interval
 * @param digests of the inputs and of the code, by name
 */
public record Subject(
    String project,
    String title,
    ModelCard card,
    String positive,
    SplitSettings split,
    long seed,
    String selection,
    int resamples,
    double confidence,
    SortedMap<String, String> digests) {

  public Subject {
    requireNonNull(project, "project");
    requireNonNull(title, "title");
    requireNonNull(card, "card");
    requireNonNull(positive, "positive");
    requireNonNull(split, "split");
    requireNonNull(selection, "selection");
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
  }
}
