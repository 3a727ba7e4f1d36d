package org.penstock.features;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.penstock.config.ProjectYaml;
import org.penstock.feature.DisorderException;
import org.penstock.feature.FeatureView;
import org.penstock.step.ExitCode;
import org.penstock.step.Step;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;
import org.penstock.table.InvalidTableException;

/**
 * Computes the features of every row at its point in time, and keeps the latest of every entity.
 *
 * <p>Rows stream; memory grows with the number of entities.
 */
final class FeaturesStep implements Step<FeaturesConfig> {

  @Override
  public String name() {
    return "features";
  }

  @Override
  public Class<FeaturesConfig> configType() {
    return FeaturesConfig.class;
  }

  @Override
  public List<String> outputs() {
    return List.of("training", "latest", "feature-table", "rows", "entities");
  }

  @Override
  public List<Record> settings(ProjectYaml config) {
    return List.of(FeaturesSettings.of(config.model()));
  }

  @Override
  public StepReport run(FeaturesConfig config, StepContext context)
      throws IOException, InterruptedException {
    FeaturesComputation<?, ?> computation =
        computation(context.model().view(), FeaturesSettings.of(context.config()));
    try {
      return computation.run(context.fetch(config.rows()), context).toStepReport();
    } catch (InvalidTableException | DisorderException e) {
      throw new StepFailure(ExitCode.DATA, e.getMessage(), e);
    }
  }

  private static <R extends Record, F extends Record> FeaturesComputation<R, F> computation(
      FeatureView<R, F> view, FeaturesSettings settings) {
    try {
      return new FeaturesComputation<>(view, settings);
    } catch (NoSuchElementException e) {
      throw new StepFailure(
          ExitCode.CONFIG, "split.group or evaluate.slices: " + e.getMessage(), e);
    }
  }
}
