package org.penstock.evaluate.finding;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.config.SplitSettings;
import org.penstock.row.Column;
import org.penstock.row.Task;
import org.penstock.scoring.ModelCard;

/**
 * What was judged, and how.
 *
 * @param project its name
 * @param title its title
 * @param card of the model
 * @param task what is predicted
 * @param label the column that is predicted
 * @param labels in code order, of two the second is the positive one; none of a number
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
    Task task,
    Column label,
    List<String> labels,
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
    requireNonNull(task, "task");
    requireNonNull(label, "label");
    labels = List.copyOf(labels);
    requireNonNull(split, "split");
    requireNonNull(selection, "selection");
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
  }

  /** Returns the metrics that a person looks at first. */
  public Focus focus() {
    return Focus.of(task);
  }
}
