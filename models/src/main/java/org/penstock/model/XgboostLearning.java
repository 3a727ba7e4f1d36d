package org.penstock.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penstock.model.TribuoDatasets.InputColumn;
import org.penstock.scoring.TreesScorer;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Learns trees: examples to Tribuo, Tribuo to XGBoost, and its trees back into flat arrays. */
final class XgboostLearning {

  /** The name of the number that Tribuo believes it regresses. */
  private static final String OUTPUT = "label";

  /**
   * A feature of one value, so that an example without any other is still one for Tribuo. No tree
   * asks for it.
   */
  private static final String CONSTANT = "";

  private XgboostLearning() {}

  static Learned train(Examples examples, int rounds, Map<String, Object> settings) {
    List<Input> inputs = Input.of(examples.features());
    Model<Regressor> model =
        new XgboostTrainer(rounds, settings).train(dataset(examples, inputs), Map.of());
    TreesScorer scorer = XgboostTrees.scorer(model, inputs, examples.features());
    return new Learned(scorer, model);
  }

  static Dataset<Regressor> dataset(Examples examples, List<Input> inputs) {
    List<InputColumn> columns = new ArrayList<>();
    if (hasEmptyRow(examples)) {
      columns.add(new InputColumn(CONSTANT, new double[examples.rows()]));
    }
    for (Input input : inputs) {
      double[] values = examples.values()[input.feature()];
      columns.add(
          new InputColumn(input.name(), input.level().isEmpty() ? values : of(input, values)));
    }
    Regressor[] answers = {new Regressor(OUTPUT, 0), new Regressor(OUTPUT, 1)};
    Regressor[] outputs = new Regressor[examples.rows()];
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] = answers[(int) examples.labels()[row]];
    }
    return TribuoDatasets.of(columns, outputs, examples.weights(), new RegressionFactory());
  }

  private static double[] of(Input input, double[] values) {
    double[] indicators = new double[values.length];
    for (int row = 0; row < values.length; row++) {
      indicators[row] = input.of(values[row]);
    }
    return indicators;
  }

  private static boolean hasEmptyRow(Examples examples) {
    for (int row = 0; row < examples.rows(); row++) {
      boolean empty = true;
      for (double[] column : examples.values()) {
        empty &= Double.isNaN(column[row]);
      }
      if (empty) {
        return true;
      }
    }
    return false;
  }
}
