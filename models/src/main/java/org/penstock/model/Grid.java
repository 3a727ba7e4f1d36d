package org.penstock.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.config.Candidate;

/** The combinations of hyperparameters that a search tries of one candidate. */
final class Grid {

  private Grid() {}

  /**
   * Returns all combinations, or as many as {@code limit} drawn from them, in the order of the
   * grid: the last hyperparameter by name varies first.
   */
  static List<Hyperparameters> of(Candidate candidate, int limit, long seed) {
    List<SortedMap<String, Double>> grid = List.of(new TreeMap<>());
    for (Map.Entry<String, List<Double>> values :
        new TreeMap<>(candidate.hyperparameters()).entrySet()) {
      List<SortedMap<String, Double>> wider = new ArrayList<>();
      for (SortedMap<String, Double> combination : grid) {
        for (double value : values.getValue()) {
          SortedMap<String, Double> with = new TreeMap<>(combination);
          with.put(values.getKey(), value);
          wider.add(with);
        }
      }
      grid = wider;
    }
    return drawn(grid, limit, seed).stream().map(Hyperparameters::new).toList();
  }

  private static List<SortedMap<String, Double>> drawn(
      List<SortedMap<String, Double>> grid, int limit, long seed) {
    if (grid.size() <= limit) {
      return grid;
    }

    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < grid.size(); i++) {
      places.add(i);
    }
    Collections.shuffle(places, new Random(seed));
    return places.subList(0, limit).stream().sorted().map(grid::get).toList();
  }
}
