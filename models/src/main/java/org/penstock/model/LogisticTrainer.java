package org.penstock.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penstock.model.TribuoDatasets.InputColumn;
import org.penstock.scoring.LinearScorer;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;

/**
 * Logistic regression with a penalty on squared weights, by LIBLINEAR through Tribuo.
 *
 * <p>Numbers are standardised by the mean and deviation of the values that are there; a missing one
 * counts as the mean, and has a weight of its own if any was missing. A category has a weight a
 * level. What never varies has weight 0.
 */
record LogisticTrainer(Hyperparameters chosen, long seed) implements Trainer {

  private static final double L2 = 1;
  private static final int ITERATIONS = 1000;
  private static final double TOLERANCE = 1e-3;
  private static final Label[] LABELS = {new Label("0"), new Label("1")};

  @Override
  public Learned train(Examples examples, int threads) {
    List<LinearInput> inputs = LinearInput.of(examples);
    var trainer =
        new LiblinearTrainer(
            new LinearClassificationType(LinearType.L2R_LR),
            1 / Math.max(chosen.number("l2", L2), Double.MIN_NORMAL),
            chosen.count("epochs", ITERATIONS),
            TOLERANCE,
            seed);
    trainer.setLabelWeights(Map.of(LABELS[0], weight(examples, 0), LABELS[1], weight(examples, 1)));
    var model = (LibLinearClassificationModel) trainer.train(dataset(examples, inputs), Map.of());
    return new Learned(scorer(model, inputs, examples), model);
  }

  /** Tribuo hands LIBLINEAR one weight a class, not one an example. */
  private static float weight(Examples examples, int label) {
    for (int row = 0; row < examples.rows(); row++) {
      if (examples.labels()[row] == label) {
        return examples.weights()[row];
      }
    }
    return 1;
  }

  static Dataset<Label> dataset(Examples examples, List<LinearInput> inputs) {
    List<InputColumn> columns = new ArrayList<>();
    for (LinearInput input : inputs) {
      columns.add(new InputColumn(input.name(), input.values(examples)));
    }
    Label[] outputs = new Label[examples.rows()];
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] = LABELS[(int) examples.labels()[row]];
    }
    return TribuoDatasets.of(columns, outputs, examples.weights(), new LabelFactory());
  }

  private static LinearScorer scorer(
      LibLinearClassificationModel model, List<LinearInput> inputs, Examples examples) {
    var inner = model.getInnerModels().getFirst();
    Label first = model.getOutputIDInfo().getOutput(inner.getLabels()[0]);
    double sign = first.equals(LABELS[1]) ? 1 : -1;
    double[] learnt = inner.getFeatureWeights();
    ImmutableFeatureMap ids = model.getFeatureIDMap();
    double[] weights = new double[inputs.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sign * learnt[ids.getID(inputs.get(i).name())];
    }
    double bias = sign * learnt[ids.size()];
    return new LinearScorer(
        new double[] {bias}, LinearInput.terms(inputs, weights, examples.features()));
  }

  @Override
  public String description() {
    return "Tribuo 4.3.2, LIBLINEAR 2.44, logistic regression";
  }
}
