package org.penstock.features;

import java.nio.file.Path;
import java.util.Map;
import org.penstock.step.Produced;
import org.penstock.step.StepReport;

/**
 * What the features step made.
 *
 * @param training table of training rows, one for each row
 * @param latest table of the features of every entity's last row
 * @param featureTable the same for serving
 * @param rows how many rows there are
 * @param entities how many entities they belong to
 */
record FeaturesReport(Path training, Path latest, Path featureTable, long rows, long entities) {

  /** The media type of a feature table; see docs/artifacts.md. */
  static final String FEATURE_TABLE = "application/vnd.penstock.feature-table";

  StepReport toStepReport() {
    return StepReport.of(
        Map.of(
            "training", Produced.parquet(training, rows),
            "latest", Produced.parquet(latest, entities),
            "feature-table", Produced.of(featureTable, FEATURE_TABLE)),
        Map.of("rows", Long.toString(rows), "entities", Long.toString(entities)),
        rows);
  }
}
