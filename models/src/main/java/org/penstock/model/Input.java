package org.penstock.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.penstock.row.Column;
import org.penstock.row.Kind;

/**
 * One feature as Tribuo knows it: a number, or whether a category has a level. Tribuo numbers its
 * features in the order of their names, and so are these.
 *
 * @param name unique
 * @param feature index of the column it is made of
 * @param level the code that is asked for, of a category
 */
record Input(String name, int feature, OptionalInt level) {

  /** Returns the inputs that trees see: numbers as they are, an indicator for each level. */
  static List<Input> of(List<Column> features) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      Column column = features.get(i);
      if (column.kind() != Kind.CATEGORY) {
        inputs.add(new Input(column.name(), i, OptionalInt.empty()));
        continue;
      }

      for (int level = 0; level < column.levels().size(); level++) {
        String name = column.name() + "=" + column.levels().get(level);
        inputs.add(new Input(name, i, OptionalInt.of(level)));
      }
    }
    return sorted(inputs);
  }

  static List<Input> sorted(List<Input> inputs) {
    inputs.sort(Comparator.comparing(Input::name));
    for (int i = 1; i < inputs.size(); i++) {
      if (inputs.get(i).name().equals(inputs.get(i - 1).name())) {
        throw new IllegalArgumentException(
            "Two features are called '%s'".formatted(inputs.get(i).name()));
      }
    }
    return Collections.unmodifiableList(inputs);
  }

  /** Returns the number Tribuo sees; NaN where the column is missing, which Tribuo is not shown. */
  double of(double value) {
    if (level.isEmpty() || Double.isNaN(value)) {
      return value;
    }
    return value == level.getAsInt() ? 1 : 0;
  }

  static Optional<Input> named(List<Input> inputs, String name) {
    return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
  }
}
