package org.penstock.model;

import java.util.List;
import org.penstock.evaluation.Trials;
import org.penstock.scoring.ModelBundle;

/**
 * What a training made.
 *
 * @param bundle the model as it is served
 * @param tribuo the same model in Tribuo's protobuf, empty where Tribuo did not learn it; equal
 *     seeds give equal bytes
 * @param trials what was tried
 * @param alternatives what the other candidates, and the chosen one on another split, predict
 */
public record TrainedModel(
    ModelBundle bundle, byte[] tribuo, Trials trials, List<Alternative> alternatives) {

  public TrainedModel {
    alternatives = List.copyOf(alternatives);
  }

  /** Returns this model with the chosen recipe judged again. */
  TrainedModel with(Trials.Repeats repeats) {
    return new TrainedModel(bundle, tribuo, trials.with(repeats), alternatives);
  }

  /**
   * The predictions of another candidate, or of the chosen one on another split.
   *
   * @param split what the rows were split by
   * @param candidate its name
   * @param rows of the test split, ascending
   * @param outputs what is said of each row, calibrated, row by row
   */
  public record Alternative(String split, String candidate, int[] rows, double[] outputs) {

    /** Returns how many numbers are said of a row. */
    public int width() {
      return rows.length == 0 ? 0 : outputs.length / rows.length;
    }
  }
}
