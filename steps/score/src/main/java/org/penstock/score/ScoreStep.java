package org.penstock.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.penstock.approval.ApprovalLog;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.approval.Deployment;
import org.penstock.approval.Deployments;
import org.penstock.approval.Verification;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectConfig;
import org.penstock.config.ProjectYaml;
import org.penstock.config.ScoreSettings;
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
 * Scores the rows of a table with a deployed model and writes the ranked list. The signed approval
 * of the deployment is verified first, as the service does it: what may not be served may not
 * choose whom somebody calls either.
 */
public final class ScoreStep implements Step<ScoreConfig> {

  private static final Set<Role> NEEDED =
      EnumSet.of(Role.FEATURE, Role.LABEL, Role.ENTITY, Role.ID);

  @Override
  public String name() {
    return "score";
  }

  @Override
  public Class<ScoreConfig> configType() {
    return ScoreConfig.class;
  }

  @Override
  public List<String> outputs() {
    return List.of("ranking-csv", "ranking", "listed", "scored", "model");
  }

  @Override
  public List<Record> settings(ProjectYaml config) {
    List<Record> settings = new ArrayList<>(List.of(config.model().approval()));
    config.model().score().ifPresent(settings::add);
    return settings;
  }

  /** Never: an approval may be withdrawn, and what is in production may change. */
  @Override
  public boolean cacheable() {
    return false;
  }

  /**
   * {@inheritDoc}
   *
   * @throws StepFailure if the project has no list, nothing is deployed, its approval does not
   *     hold, or the model and the table do not fit
   */
  @Override
  public StepReport run(ScoreConfig config, StepContext context) throws IOException {
    ProjectConfig project = context.config();
    ScoreSettings settings =
        project
            .score()
            .orElseThrow(() ->
                failure(
                    ExitCode.CONFIG,
                    "score: %s has no such section, which says what is listed"
                        .formatted(project.name())));
    Sha256 digest = verified(deployment(config, context), context).subject().model();
    try {
      ModelBundle model = model(digest, context);
      RankingRule rule = new RankingRule(settings, model);
      List<String> problems = rule.problems();
      if (!problems.isEmpty()) {
        throw new StepFailure(ExitCode.CONFIG, problems);
      }
      RankingRule.Scored scored = rule.score(table(config, context));
      return new ScoreReport(digest, scored.rows(), scored.ranking()).write(context);
    } catch (InvalidTableException | InvalidBundleException | IllegalArgumentException e) {
      throw new StepFailure(ExitCode.INPUT, e.getMessage(), e);
    }
  }

  private static Deployment deployment(ScoreConfig config, StepContext context) throws IOException {
    Deployments deployments = new Deployments(context.store());
    String project = context.config().name();
    try {
      Optional<Deployment> deployed =
          config.deployment().isPresent()
              ? Optional.of(deployments.load(config.deployment().get()))
              : deployments.current(project);
      return deployed.orElseThrow(() ->
          failure(
              ExitCode.CONFIG,
              "Nothing of %s is deployed in this store: run it, and approve what it makes"
                  .formatted(project)));
    } catch (IllegalArgumentException e) {
      throw new StepFailure(
          ExitCode.INPUT,
          "%s is no deployment: %s"
              .formatted(
                  config.deployment().map(Sha256::toString).orElse(Deployment.ALIAS),
                  e.getMessage()),
          e);
    }
  }

  private static Deployment verified(Deployment deployment, StepContext context)
      throws IOException {
    ProjectConfig project = context.config();
    List<String> problems = new ArrayList<>();
    if (!deployment.subject().project().equals(project.name())) {
      problems.add(
          "The deployment is of the project '%s', not '%s'."
              .formatted(deployment.subject().project(), project.name()));
    }
    if (verifier(project).verify(new ApprovalLog(context.store(), project.name()), deployment)
        instanceof Verification.Refused refused) {
      problems.addAll(refused.problems());
    }
    if (!problems.isEmpty()) {
      throw new StepFailure(ExitCode.CONFIG, problems);
    }
    return deployment;
  }

  private static ApprovalVerifier verifier(ProjectConfig project) {
    try {
      return ApprovalVerifier.of(project.approval());
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, "approval.approvers: " + e.getMessage(), e);
    }
  }

  private static ModelBundle model(Sha256 digest, StepContext context) throws IOException {
    ModelBundle model = ModelBundle.read(context.fetch(digest));
    if (!model.project().equals(context.config().name())) {
      throw failure(
          ExitCode.INPUT,
          "Model %s is of project '%s', and this is '%s'"
              .formatted(digest, model.project(), context.config().name()));
    }
    return model;
  }

  private static ColumnTable table(ScoreConfig config, StepContext context) throws IOException {
    var file = context.fetch(config.training());
    return ParquetColumns.read(
        file,
        ParquetColumns.columns(file).stream()
            .filter(column -> column.roles().stream().anyMatch(NEEDED::contains))
            .map(Column::name)
            .toList());
  }

  private static StepFailure failure(ExitCode code, String problem) {
    return new StepFailure(code, List.of(problem));
  }
}
