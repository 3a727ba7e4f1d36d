package org.penstock.upload;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.penstock.gather.Gathered;
import org.penstock.step.StepReport;

/**
 * How the upload went.
 *
 * @param gathered the one call that was wanted, or why it was not made
 */
record UploadReport(Gathered gathered) {

  UploadReport {
    requireNonNull(gathered, "gathered");
  }

  StepReport toStepReport() {
    String ending = gathered.complete() ? "complete" : gathered.ending().why().key();
    return StepReport.of(
        Map.of(),
        Map.of(
            "uploaded",
            Boolean.toString(gathered.complete()),
            "calls",
            Integer.toString(gathered.calls()),
            "ending",
            ending,
            "next",
            gathered.ending().next().map(Object::toString).orElse("")),
        gathered.answers().size());
  }
}
