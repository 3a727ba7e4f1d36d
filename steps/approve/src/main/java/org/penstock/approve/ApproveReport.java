package org.penstock.approve;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.penstock.approval.DecisionRecord;
import org.penstock.step.Produced;
import org.penstock.step.StepContext;
import org.penstock.step.StepReport;

/**
 * What the policy said.
 *
 * @param record what was judged, and how
 */
record ApproveReport(DecisionRecord record) {

  ApproveReport {
    requireNonNull(record, "record");
  }

  StepReport write(StepContext context) throws IOException {
    Produced file =
        Produced.of(
            Files.write(context.newFile("decision-record"), record.toBytes()), Produced.JSON);
    return new StepReport(
        new TreeMap<>(Map.of("decision-record", file)),
        new TreeMap<>(
            Map.of(
                "decision",
                record.decision().word(),
                "reasons",
                String.join("; ", record.decision().reasons()))),
        OptionalLong.empty(),
        OptionalLong.empty());
  }
}
