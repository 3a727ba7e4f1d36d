package org.penstock.gathering;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.gather.Gathered;
import org.penstock.gather.Usage;
import org.penstock.step.Produced;
import org.penstock.step.StepReport;

/**
 * What the gather step made and found.
 *
 * @param answers JSON of each answer, a line each, by key
 * @param table the answers as a table
 * @param missing JSON of what the vendor does not know
 * @param page what a person looks at
 * @param rows of the table
 * @param verdict how it went, in a sentence
 * @param missingCount how many keys the vendor does not know
 * @param gathered the rest
 */
record GatherReport(
    Path answers,
    Path table,
    Path missing,
    Path page,
    long rows,
    String verdict,
    int missingCount,
    Gathered gathered) {

  GatherReport {
    requireNonNull(answers, "answers");
    requireNonNull(table, "table");
    requireNonNull(missing, "missing");
    requireNonNull(page, "page");
    requireNonNull(verdict, "verdict");
    requireNonNull(gathered, "gathered");
  }

  StepReport toStepReport() {
    Usage usage = gathered.usage();
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("complete", Boolean.toString(gathered.complete()));
    parameters.put("ending", gathered.ending().why().key());
    parameters.put("next", gathered.ending().next().map(Object::toString).orElse(""));
    parameters.put("verdict", verdict);
    parameters.put(
        "keys",
        Integer.toString(
            gathered.answers().size() + gathered.failed().size() + gathered.open().size()));
    parameters.put("answered", Long.toString(rows));
    parameters.put("missing-count", Integer.toString(missingCount));
    parameters.put("calls", Integer.toString(gathered.calls()));
    parameters.put("calls-left", Long.toString(usage.left()));
    parameters.put("spent", usage.spent().toString());
    return StepReport.of(
        Map.of(
            "answers", Produced.of(answers, "application/jsonl"),
            "table", Produced.parquet(table, rows),
            "missing", Produced.of(missing, Produced.JSON),
            "report", Produced.of(page, "text/html; charset=utf-8")),
        parameters,
        rows);
  }
}
