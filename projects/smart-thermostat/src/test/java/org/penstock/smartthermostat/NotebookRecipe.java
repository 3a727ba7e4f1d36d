package org.penstock.smartthermostat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.RowSchema;

/**
 * The 39 features of the notebook from ours: what is missing replaced, {@code onbekend} for a
 * missing category, one number a level but the first in the alphabet, which is what {@code
 * get_dummies} with {@code drop_first} makes.
 */
final class NotebookRecipe {

  private static final RowSchema<ToonFeatures> FEATURES = RowSchema.of(ToonFeatures.class);
  private static final String UNKNOWN = "onbekend";

  private final List<String> columns;
  private final Map<String, Double> fill;

  /**
   * @param columns of ours that the notebook had, in its order
   * @param fill what stands for a missing number, by column
   */
  NotebookRecipe(List<String> columns, Map<String, Double> fill) {
    this.columns = columns;
    this.fill = fill;
  }

  /**
   * Returns the levels of a category but the first: those seen in the data, and {@code onbekend}.
   */
  private static List<String> levels(Column column) {
    List<String> levels =
        new ArrayList<>(
            column.levels().stream()
                .filter(level -> !level.equals(ContractTerm.OTHER.toString()))
                .sorted()
                .toList());
    levels.add(UNKNOWN);
    return levels.subList(1, levels.size());
  }

  /** Returns the names of the features, as pandas has them. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    columns.stream()
        .map(NotebookRecipe::column)
        .filter(one -> !isCategory(one))
        .map(Column::name)
        .forEach(names::add);
    for (String name : columns) {
      if (isCategory(column(name))) {
        levels(column(name)).forEach(level -> names.add(name + "_" + level));
      }
    }
    return names;
  }

  /** Returns the features of {@code customer}. */
  double[] features(Customer customer) {
    ToonFeatures features = new Derivation().features(customer, LocalDateTime.MIN);
    double[] ours = FEATURES.toNumbers(features);
    List<Double> numbers = new ArrayList<>();
    List<Double> indicators = new ArrayList<>();
    for (String name : columns) {
      double value = ours[FEATURES.indexOf(name)];
      if (isCategory(column(name))) {
        String level = Double.isNaN(value) ? UNKNOWN : column(name).levels().get((int) value);
        levels(column(name)).forEach(one -> indicators.add(one.equals(level) ? 1.0 : 0.0));
        continue;
      }

      numbers.add(Double.isNaN(value) ? fill.get(name) : value);
    }
    numbers.addAll(indicators);
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static boolean isCategory(Column column) {
    return column.kind() == Kind.CATEGORY;
  }

  private static Column column(String name) {
    return FEATURES.columns().get(FEATURES.indexOf(name));
  }
}
