package org.penstock.ingest;

import java.nio.file.Path;
import java.util.Map;
import org.penstock.step.Produced;
import org.penstock.step.StepReport;

/**
 * What the ingest step made.
 *
 * @param rowsTable table of the good rows in event-time order
 * @param quarantine table of the bad rows with line, column and reason
 * @param repairs what was found and put right, as JSON
 * @param rows how many rows are good
 * @param badRows how many are not
 */
record IngestReport(Path rowsTable, Path quarantine, Path repairs, long rows, long badRows) {

  StepReport toStepReport() {
    return StepReport.of(
        Map.of(
            "rows", Produced.parquet(rowsTable, rows),
            "quarantine", Produced.parquet(quarantine, badRows),
            "repairs", Produced.of(repairs, Produced.JSON)),
        Map.of("row-count", Long.toString(rows), "bad-rows", Long.toString(badRows)),
        rows);
  }
}
