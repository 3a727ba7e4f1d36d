package org.penstock.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.artifact.Sha256;
import org.penstock.config.InvalidConfigException;
import org.penstock.config.ProjectYaml;
import org.penstock.config.RecordReader;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.evaluate.data.DataQuality;
import org.penstock.evaluate.finding.Alternative;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Judge;
import org.penstock.evaluate.finding.PolicyFindings;
import org.penstock.evaluate.finding.Subject;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Trials;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.Role;
import org.penstock.scoring.InvalidBundleException;
import org.penstock.scoring.ModelBundle;
import org.penstock.step.ExitCode;
import org.penstock.step.Step;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;
import org.penstock.table.InvalidTableException;
import org.penstock.table.ParquetColumns;

/**
 * Judges a model on the rows it has not seen: the split is computed again from the settings and the
 * seed, and the rows are scored by the code that serves.
 */
final class EvaluateStep implements Step<EvaluateConfig> {

  private static final int PARTS = 3;

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public Class<EvaluateConfig> configType() {
    return EvaluateConfig.class;
  }

  @Override
  public List<String> outputs() {
    return List.of(
        "evaluation",
        "report",
        "verdict",
        "metric",
        "metric-value",
        "metric-lower",
        "metric-upper",
        "auc",
        "auc-lower",
        "auc-upper",
        "average-precision");
  }

  @Override
  public List<Record> settings(ProjectYaml config) {
    return List.of(EvaluateRules.of(config.model()));
  }

  @Override
  public StepReport run(EvaluateConfig config, StepContext context) throws IOException {
    try {
      ColumnTable table = TrainingColumns.read(context.fetch(config.training()), context.config());
      ModelBundle model = model(config.model(), context);
      Judge.Comparisons comparisons = comparisons(config, context, table.rows(), model.width());
      context.progress().update(1, PARTS);
      Column label = table.columns(Role.LABEL).getFirst();
      Findings findings = judge(config, context, model, label).judge(table, comparisons);
      context.progress().update(2, PARTS);
      StepReport report =
          new EvaluateReport(findings, policy(findings, context), data(config, context))
              .write(context);
      context.progress().update(PARTS, PARTS);
      return report;
    } catch (InvalidDatasetException e) {
      throw new StepFailure(ExitCode.DATA, e.problems());
    } catch (InvalidTableException | InvalidBundleException | IllegalArgumentException e) {
      throw new StepFailure(ExitCode.INPUT, e.getMessage(), e);
    } catch (NoSuchElementException e) {
      throw new StepFailure(ExitCode.CONFIG, "evaluate.slices: " + e.getMessage(), e);
    }
  }

  private static PolicyFindings policy(Findings findings, StepContext context) {
    return PolicyFindings.of(EvaluateRules.of(context.config()).policy(), findings.estimates());
  }

  private static Judge judge(
      EvaluateConfig config, StepContext context, ModelBundle model, Column label) {
    EvaluateRules rules = EvaluateRules.of(context.config());
    SortedMap<String, String> digests = new TreeMap<>();
    digests.put("training", config.training().toString());
    digests.put("model", config.model().toString());
    digests.put("trials", config.trials().toString());
    digests.put("alternatives", config.alternatives().toString());
    digests.put("code", context.codeVersion().toString());
    config.champion().ifPresent(champion -> digests.put("champion", champion.toString()));
    Subject subject =
        new Subject(
            context.config().name(),
            context.config().title(),
            model.card(),
            model.task(),
            label,
            model.labels(),
            rules.split(),
            rules.seed(),
            rules.metric(),
            rules.evaluate().bootstrap(),
            rules.evaluate().confidence(),
            digests);
    Cutoff cutoff =
        new Cutoff(model.threshold(), rules.cost().falsePositive(), rules.cost().falseNegative());
    return new Judge(subject, model, cutoff, rules.evaluate().slices(), rules.forecast());
  }

  private static Judge.Comparisons comparisons(
      EvaluateConfig config, StepContext context, long rows, int width) throws IOException {
    ColumnTable alternatives = ParquetColumns.read(context.fetch(config.alternatives()));
    Optional<ModelBundle> champion =
        config.champion().isPresent()
            ? Optional.of(model(config.champion().get(), context))
            : Optional.empty();
    return new Judge.Comparisons(
        Alternative.of(alternatives, rows, width), champion, trials(config, context));
  }

  private static Optional<DataQuality> data(EvaluateConfig config, StepContext context)
      throws IOException {
    if (config.rows().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        DataQuality.read(
            context.fetch(config.rows().get()),
            fetched(config.quarantine(), context),
            fetched(config.repairs(), context)));
  }

  private static Optional<Path> fetched(Optional<Sha256> digest, StepContext context)
      throws IOException {
    return digest.isPresent() ? Optional.of(context.fetch(digest.get())) : Optional.empty();
  }

  private static Trials trials(EvaluateConfig config, StepContext context) throws IOException {
    try {
      return RecordReader.read(context.fetch(config.trials()), Trials.class);
    } catch (InvalidConfigException e) {
      throw new StepFailure(ExitCode.INPUT, "The trials cannot be read: " + e.getMessage(), e);
    }
  }

  private static ModelBundle model(Sha256 digest, StepContext context) throws IOException {
    ModelBundle bundle = ModelBundle.read(context.fetch(digest));
    if (!bundle.project().equals(context.config().name())) {
      throw new StepFailure(
          ExitCode.INPUT,
          "Model %s is of project '%s', and this is '%s'"
              .formatted(digest, bundle.project(), context.config().name()),
          null);
    }
    return bundle;
  }
}
