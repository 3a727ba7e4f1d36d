package org.penstock.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One combination of hyperparameters.
 *
 * @param values by name, of those that were chosen
 */
record Hyperparameters(SortedMap<String, Double> values) {

  Hyperparameters {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  Hyperparameters(Map<String, Double> values) {
    this(new TreeMap<>(values));
  }

  double number(String name, double otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int count(String name, int otherwise) {
    return values.getOrDefault(name, (double) otherwise).intValue();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }
}
