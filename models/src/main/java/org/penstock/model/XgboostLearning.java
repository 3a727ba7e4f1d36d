package org.penstock.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.model.TribuoDatasets.InputColumn;
import org.penstock.scoring.TreesScorer;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.xgboost.XGBoostClassificationConverter;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.xgboost.XGBoostRegressionConverter;

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

  /** Learns a number, or the probability of the second label. */
  static Learned train(Examples examples, int rounds, Map<String, Object> settings) {
    List<Input> inputs = Input.of(examples.features());
    Model<Regressor> model =
        new XgboostTrainer<>(rounds, settings, new XGBoostRegressionConverter())
            .train(numbers(examples, inputs), Map.of());
    return new Learned(XgboostTrees.scorer(model, inputs, examples.features()), model);
  }

  /**
   * Learns the probabilities of several labels.
   *
   * @param settings without the number of classes
   */
  static Learned trainClasses(Examples examples, int rounds, Map<String, Object> settings) {
    List<Input> inputs = Input.of(examples.features());
    int[] codes = examples.occurring();
    Map<String, Object> complete = new TreeMap<>(settings);
    complete.put("num_class", codes.length);
    Model<Label> model =
        new XgboostTrainer<>(rounds, complete, new XGBoostClassificationConverter())
            .train(labels(examples, inputs), Map.of());
    int[] codeOfId = new int[codes.length];
    for (int code : codes) {
      codeOfId[model.getOutputIDInfo().getID(label(code))] = code;
    }
    TreesScorer scorer =
        XgboostTrees.scorer(model, inputs, examples.features(), codeOfId, examples.classes());
    return new Learned(scorer, model);
  }

  private static Label label(int code) {
    return new Label(Integer.toString(code));
  }

  static Dataset<Regressor> numbers(Examples examples, List<Input> inputs) {
    Regressor[] outputs = new Regressor[examples.rows()];
    Map<Double, Regressor> answers = new HashMap<>();
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] =
          answers.computeIfAbsent(examples.labels()[row], number -> new Regressor(OUTPUT, number));
    }
    return TribuoDatasets.of(
        columns(examples, inputs), outputs, examples.weights(), new RegressionFactory());
  }

  static Dataset<Label> labels(Examples examples, List<Input> inputs) {
    Label[] answers = new Label[examples.classes()];
    Arrays.setAll(answers, XgboostLearning::label);
    Label[] outputs = new Label[examples.rows()];
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] = answers[(int) examples.labels()[row]];
    }
    return TribuoDatasets.of(
        columns(examples, inputs), outputs, examples.weights(), new LabelFactory());
  }

  private static List<InputColumn> columns(Examples examples, List<Input> inputs) {
    List<InputColumn> columns = new ArrayList<>();
    if (hasEmptyRow(examples)) {
      columns.add(new InputColumn(CONSTANT, new double[examples.rows()]));
    }
    for (Input input : inputs) {
      double[] values = examples.values()[input.feature()];
      columns.add(
          new InputColumn(input.name(), input.level().isEmpty() ? values : of(input, values)));
    }
    return columns;
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
