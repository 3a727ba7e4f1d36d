package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.NearestName;

/**
 * What a candidate sees of the features.
 *
 * @param features those it sees; empty: all
 * @param missing what it makes of a missing number
 * @param fill feature to the number that stands for a missing one, whatever {@code missing} says of
 *     the others
 */
public record InputSettings(
    @Default("[]") List<String> features,
    @Default("own") Missing missing,
    @Default("{}") Map<String, Double> fill) {

  /** What stands for a missing number. */
  public enum Missing {
    /** A state of its own: a weight of its own in a linear model, a direction in a tree. */
    OWN,
    /** Zero. */
    ZERO,
    /** The mean of the numbers among the rows that are learnt from. */
    MEAN,
    /** The median of the numbers among the rows that are learnt from. */
    MEDIAN
  }

  public InputSettings {
    features = List.copyOf(features);
    fill = Collections.unmodifiableMap(new TreeMap<>(fill));
    var problems = new Violations();
    problems.check(
        new HashSet<>(features).size() == features.size(),
        "features",
        "expected each feature once, got %s",
        features);
    fill.forEach((name, value) ->
        problems.check(
            Double.isFinite(value), "fill." + name, "expected a finite number, got %s", value));
    problems.throwIfAny();
    requireNonNull(missing, "missing");
  }

  /** All features, missing numbers a state of their own. */
  public InputSettings() {
    this(List.of(), Missing.OWN, Map.of());
  }

  /** Returns which of the names are none of {@code features}, a sentence each. */
  List<String> problems(String path, List<Column> features) {
    List<String> known = features.stream().map(Column::name).toList();
    List<String> numbers =
        features.stream()
            .filter(column -> column.kind() != Kind.CATEGORY)
            .map(Column::name)
            .toList();
    List<String> problems = new ArrayList<>();
    this.features.stream()
        .filter(name -> !known.contains(name))
        .map(name -> "%s.features: %s".formatted(path, NearestName.unknown("feature", name, known)))
        .forEach(problems::add);
    fill.keySet().stream()
        .filter(name -> !numbers.contains(name))
        .map(name -> "%s.fill: %s".formatted(path, NearestName.unknown("number", name, numbers)))
        .forEach(problems::add);
    return problems;
  }
}
