package org.penstock.score;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.penstock.artifact.Sha256;
import org.penstock.step.Produced;
import org.penstock.step.StepContext;
import org.penstock.step.StepReport;

/**
 * What the score step found.
 *
 * @param model whose scores these are
 * @param scored how many rows were scored
 * @param ranking those that are on the list
 */
record ScoreReport(Sha256 model, int scored, Ranking ranking) {

  private static final String CSV = "text/csv; charset=utf-8; header=present";

  ScoreReport {
    requireNonNull(model, "model");
    requireNonNull(ranking, "ranking");
  }

  /** Writes the outputs of the step. */
  StepReport write(StepContext context) throws IOException {
    Path parquet = context.newFile("ranking.parquet");
    Path csv = context.newFile("ranking.csv");
    ranking.writeParquet(parquet);
    ranking.writeCsv(csv);
    return StepReport.of(
        Map.of(
            "ranking", Produced.parquet(parquet, ranking.size()),
            "ranking-csv", Produced.of(csv, CSV)),
        Map.of(
            "listed", Integer.toString(ranking.size()),
            "scored", Integer.toString(scored),
            "model", model.toString()),
        scored);
  }
}
