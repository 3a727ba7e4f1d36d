package org.penstock.evaluate;

import java.util.List;
import java.util.Optional;
import org.penstock.config.ApprovalSettings.Limit;
import org.penstock.config.EvaluateSettings;
import org.penstock.config.ForecastSettings;
import org.penstock.config.ProjectConfig;
import org.penstock.config.SplitSettings;
import org.penstock.config.TrainSettings.Cost;

/**
 * What of {@code project.yaml} an evaluation depends on.
 *
 * @param title for the report
 * @param split as train has it
 * @param seed as train has it
 * @param metric that chose the model
 * @param cost of the two errors
 * @param evaluate what is computed beside the metrics
 * @param forecast how it is judged as a forecast
 * @param policy what the approve step will decide by, for the report
 */
record EvaluateRules(
    String title,
    SplitSettings split,
    long seed,
    String metric,
    Cost cost,
    EvaluateSettings evaluate,
    Optional<ForecastSettings> forecast,
    List<Limit> policy) {

  static EvaluateRules of(ProjectConfig config) {
    return new EvaluateRules(
        config.title(),
        config.split(),
        config.train().seed(),
        config.train().metric(),
        config.train().cost(),
        config.evaluate(),
        config.forecast(),
        config.approval().policy());
  }
}
