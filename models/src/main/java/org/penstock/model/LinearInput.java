package org.penstock.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.scoring.LinearScorer.LevelsTerm;
import org.penstock.scoring.LinearScorer.NumberTerm;
import org.penstock.scoring.LinearScorer.Term;

/**
 * One input of a linear model, made of one column; only inputs that vary are made.
 *
 * @param name unique; Tribuo numbers inputs in the order of names
 * @param feature index of the column
 * @param part what it says of the column
 */
record LinearInput(String name, int feature, Part part) {

  sealed interface Part {
    double of(double value);
  }

  /** The standardised number; the mean, so 0, if it is missing. */
  record Standardised(double mean, double scale) implements Part {
    @Override
    public double of(double value) {
      return Double.isNaN(value) ? 0 : (value - mean) / scale;
    }
  }

  /** 1 if the value is missing. */
  record Missing() implements Part {
    @Override
    public double of(double value) {
      return Double.isNaN(value) ? 1 : 0;
    }
  }

  /** 1 if the category has the level of code {@code level}. */
  record Level(int level) implements Part {
    @Override
    public double of(double value) {
      return value == level ? 1 : 0;
    }
  }

  /** Returns the inputs of every column, sorted by name. */
  static List<LinearInput> of(Examples examples) {
    List<LinearInput> inputs = new ArrayList<>();
    for (int i = 0; i < examples.features().size(); i++) {
      Column column = examples.features().get(i);
      double[] values = examples.values()[i];
      inputs.add(new LinearInput(column.name() + " is missing", i, new Missing()));
      if (column.kind() != Kind.CATEGORY) {
        inputs.add(new LinearInput(column.name(), i, standardised(values)));
        continue;
      }

      for (int level = 0; level < column.levels().size(); level++) {
        String name = column.name() + "=" + column.levels().get(level);
        inputs.add(new LinearInput(name, i, new Level(level)));
      }
    }
    inputs.removeIf(input -> !input.varies(examples));
    inputs.sort(Comparator.comparing(LinearInput::name));
    return List.copyOf(inputs);
  }

  private static Standardised standardised(double[] values) {
    int count = 0;
    double mean = 0;
    double squares = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
      }
    }
    double scale = Math.sqrt(squares / Math.max(1, count));
    return new Standardised(mean, scale > 0 && Double.isFinite(scale) ? scale : 1);
  }

  private boolean varies(Examples examples) {
    double[] values = examples.values()[feature];
    double first = part.of(values[0]);
    for (double value : values) {
      if (part.of(value) != first) {
        return true;
      }
    }
    return false;
  }

  double[] values(Examples examples) {
    double[] values = examples.values()[feature].clone();
    for (int row = 0; row < values.length; row++) {
      values[row] = part.of(values[row]);
    }
    return values;
  }

  /** Returns the term of every column for one output, with weight 0 for what has no input. */
  static List<Term> terms(List<LinearInput> inputs, double[] weights, List<Column> features) {
    double[][] each = new double[weights.length][1];
    for (int i = 0; i < weights.length; i++) {
      each[i][0] = weights[i];
    }
    return terms(inputs, each, features, 1);
  }

  /**
   * Returns the term of every column, with weight 0 for what has no input.
   *
   * @param weights by input, then by output
   */
  static List<Term> terms(
      List<LinearInput> inputs, double[][] weights, List<Column> features, int outputs) {
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      terms.add(term(i, features.get(i), inputs, weights, outputs));
    }
    return terms;
  }

  private static Term term(
      int feature, Column column, List<LinearInput> inputs, double[][] weights, int outputs) {
    double[] missing = new double[outputs];
    double[] weight = new double[outputs];
    Standardised number = new Standardised(0, 1);
    double[][] levels = new double[column.levels().size()][outputs];
    for (int i = 0; i < weights.length; i++) {
      if (inputs.get(i).feature() != feature) {
        continue;
      }
      switch (inputs.get(i).part()) {
        case Missing() -> missing = weights[i];
        case Level(int level) -> levels[level] = weights[i];
        case Standardised standardised -> {
          number = standardised;
          weight = weights[i];
        }
      }
    }
    return column.kind() == Kind.CATEGORY
        ? new LevelsTerm(levels, missing)
        : new NumberTerm(number.mean(), number.scale(), weight, missing);
  }
}
