package org.penstock.model;

import java.util.List;
import org.penstock.evaluation.Trials;
import org.penstock.scoring.ModelBundle;

/**
 * What a training made.
 *
 * @param bundle the model as it is served
 * @param tribuo the same model in Tribuo's protobuf; equal seeds give equal bytes
 * @param trials what was tried
 * @param alternatives what the other candidates, and the chosen one on another split, predict
 */
public record TrainedModel(
    ModelBundle bundle, byte[] tribuo, Trials trials, List<Alternative> alternatives) {

  public TrainedModel {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * The predictions of another candidate, or of the chosen one on another split.
   *
   * @param split what the rows were split by
   * @param candidate its name
   * @param rows of the test split, ascending
   * @param probabilities of label 1, calibrated, one a row
   */
  public record Alternative(String split, String candidate, int[] rows, double[] probabilities) {}
}
