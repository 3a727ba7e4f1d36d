package org.penstock.approve;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.penstock.approval.ApprovalDecision;
import org.penstock.approval.ApprovalPolicy;
import org.penstock.approval.ApprovalSubject;
import org.penstock.approval.DecisionRecord;
import org.penstock.approval.EvaluationMetrics;
import org.penstock.approval.MetricValue;
import org.penstock.approval.MissingMetricException;
import org.penstock.config.ProjectYaml;
import org.penstock.step.ExitCode;
import org.penstock.step.Step;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;

/**
 * Lets the policy of {@code project.yaml} decide whether a model may be put before a person. A
 * rejection is a result like any other: the step is done.
 */
public final class ApproveStep implements Step<ApproveConfig> {

  @Override
  public String name() {
    return "approve";
  }

  @Override
  public Class<ApproveConfig> configType() {
    return ApproveConfig.class;
  }

  /** The limits only: who may approve, and for how long, is for later. */
  @Override
  public List<String> outputs() {
    return List.of("decision", "reasons", "decision-record");
  }

  @Override
  public List<Record> settings(ProjectYaml config) {
    return List.copyOf(config.model().approval().policy());
  }

  /**
   * {@inheritDoc}
   *
   * @throws StepFailure if the policy limits what was not evaluated, or the evaluation is none
   */
  @Override
  public StepReport run(ApproveConfig config, StepContext context) throws IOException {
    ApprovalSubject subject =
        new ApprovalSubject(
            context.config().name(), config.model(), config.training(), config.evaluation());
    Map<String, MetricValue> metrics = metrics(config, context);
    ApprovalDecision decision = decide(ApprovalPolicy.of(context.config().approval()), metrics);
    return new ApproveReport(new DecisionRecord(subject, decision)).write(context);
  }

  private static Map<String, MetricValue> metrics(ApproveConfig config, StepContext context)
      throws IOException {
    byte[] evaluation = Files.readAllBytes(context.fetch(config.evaluation()));
    try {
      return EvaluationMetrics.parse(evaluation);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(
          ExitCode.INPUT, "%s: %s".formatted(config.evaluation(), e.getMessage()), e);
    }
  }

  private static ApprovalDecision decide(ApprovalPolicy policy, Map<String, MetricValue> metrics) {
    try {
      return policy.decide(metrics);
    } catch (MissingMetricException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    }
  }
}
