package org.penstock.train;

import java.nio.file.Path;
import java.util.Map;
import org.penstock.step.Produced;
import org.penstock.step.StepReport;

/**
 * What the train step made.
 *
 * @param model the bundle
 * @param tribuo Tribuo's protobuf of the model
 * @param trials what the search tried
 * @param alternatives predictions of the other candidates, and of the chosen one by entity
 * @param candidate the name of the chosen one
 * @param rows how many rows the training table has
 * @param alternativeRows how many predictions the alternatives are
 * @param seed of all random choices
 */
record TrainReport(
    Path model,
    Path tribuo,
    Path trials,
    Path alternatives,
    String candidate,
    long rows,
    long alternativeRows,
    long seed) {

  /** The media type of a model bundle; see docs/artifacts.md. */
  static final String MODEL = "application/vnd.penstock.model+json";

  /** The media type of Tribuo's protobuf. */
  static final String TRIBUO = "application/vnd.tribuo.model+protobuf";

  StepReport toStepReport() {
    return StepReport.of(
            Map.of(
                "model", Produced.of(model, MODEL),
                "tribuo", Produced.of(tribuo, TRIBUO),
                "trials", Produced.of(trials, Produced.JSON),
                "alternatives", Produced.parquet(alternatives, alternativeRows)),
            Map.of("candidate", candidate),
            rows)
        .withSeed(seed);
  }
}
