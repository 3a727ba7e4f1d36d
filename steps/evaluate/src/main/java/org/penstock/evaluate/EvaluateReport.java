package org.penstock.evaluate;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.evaluate.data.DataQuality;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.PolicyFindings;
import org.penstock.evaluate.page.ReportPage;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;
import org.penstock.row.Task;
import org.penstock.step.Produced;
import org.penstock.step.StepContext;
import org.penstock.step.StepReport;

/**
 * What the evaluate step found, for machines and for people.
 *
 * @param findings all of it
 * @param policy what the policy says of it
 * @param data the rows behind it; empty: not known
 */
record EvaluateReport(Findings findings, PolicyFindings policy, Optional<DataQuality> data) {

  EvaluateReport {
    requireNonNull(findings, "findings");
    requireNonNull(policy, "policy");
    requireNonNull(data, "data");
  }

  /** Writes {@code evaluation} and {@code report} into the scratch directory. */
  StepReport write(StepContext context) throws IOException {
    Path evaluation = context.newFile("evaluation.json");
    Files.write(evaluation, EvaluationJson.of(findings));
    Path report = context.newFile("report.html");
    Files.writeString(report, ReportPage.of(findings, policy, data), StandardCharsets.UTF_8);
    return StepReport.of(
            Map.of(
                "evaluation",
                Produced.of(evaluation, Produced.JSON),
                "report",
                Produced.of(report, "text/html")),
            parameters(),
            findings.rows().test())
        .withSeed(findings.subject().seed());
  }

  private SortedMap<String, String> parameters() {
    SortedMap<String, String> parameters = new TreeMap<>();
    Metric main = findings.subject().focus().main();
    parameters.put("metric", main.key());
    put(parameters, "metric-value", "metric-lower", "metric-upper", findings.metrics().get(main));
    if (findings.subject().task() == Task.BINARY) {
      put(parameters, "auc", "auc-lower", "auc-upper", findings.metrics().get(Metric.AUC));
      parameters.put(
          "average-precision",
          Double.toString(findings.metrics().get(Metric.AVERAGE_PRECISION).value()));
    }
    parameters.put("verdict", findings.verdict().level().name().toLowerCase(Locale.ROOT));
    return parameters;
  }

  private static void put(
      SortedMap<String, String> parameters,
      String value,
      String lower,
      String upper,
      Estimate estimate) {
    parameters.put(value, Double.toString(estimate.value()));
    parameters.put(lower, Double.toString(estimate.lower()));
    parameters.put(upper, Double.toString(estimate.upper()));
  }
}
