package org.penstock.model;

import java.util.Arrays;
import java.util.List;
import org.penstock.scoring.LinearScorer;

/**
 * Multinomial logistic regression with a penalty on squared weights: the weighted sum of log-losses
 * and {@code l2} / 2 times that of the squared weights is least. Intercepts have no penalty.
 *
 * <p>Inputs are those of {@link LogisticTrainer}. A label without examples gets an intercept far
 * below the others.
 */
record SoftmaxTrainer(Hyperparameters chosen) implements Trainer {

  private static final double L2 = 1;
  private static final int ITERATIONS = 300;
  private static final double UNSEEN = -30;

  @Override
  public Learned train(Examples examples, int threads) {
    List<LinearInput> inputs = LinearInput.of(examples);
    int[] codes = examples.occurring();
    SoftmaxLoss loss = new SoftmaxLoss(examples, inputs, codes, chosen.number("l2", L2));
    double[] learnt =
        LimitedMemory.minimum(
            loss, new double[loss.parameters()], chosen.count("epochs", ITERATIONS));
    double[] bias = new double[examples.classes()];
    Arrays.fill(bias, UNSEEN);
    double[][] weights = new double[inputs.size()][bias.length];
    int width = inputs.size() + 1;
    for (int k = 0; k < codes.length; k++) {
      bias[codes[k]] = learnt[k * width + inputs.size()];
      for (int i = 0; i < inputs.size(); i++) {
        weights[i][codes[k]] = learnt[k * width + i];
      }
    }
    return new Learned(
        new LinearScorer(
            bias, LinearInput.terms(inputs, weights, examples.features(), bias.length)));
  }

  @Override
  public String description() {
    return "Penstock, multinomial logistic regression";
  }
}
