package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.penstock.config.SplitSettings.By;

/**
 * All of a project with a model that is tuned and is not code: {@code project.yaml}.
 *
 * @param name lower case with dashes, e.g. {@code credit-risk}
 * @param title one line for reports and the service
 * @param sample the generated rows of a run without data
 * @param ingest the data contract beyond the constraints of the row record
 * @param features as of when features are computed
 * @param split how the rows are divided into train and test
 * @param train the candidates and how one of them is chosen
 * @param evaluate what the evaluation computes
 * @param approval the policy and who may approve
 * @param serving how the service listens
 * @param score the ranked list of its rows; absent: the project has none
 * @param forecast how it is judged as a forecast; absent: it is none
 */
public record ProjectConfig(
    String name,
    String title,
    @Default("{}") SampleSettings sample,
    @Default("{}") IngestSettings ingest,
    @Default("{}") FeatureSettings features,
    SplitSettings split,
    TrainSettings train,
    @Default("{}") EvaluateSettings evaluate,
    ApprovalSettings approval,
    @Default("{}") ServingSettings serving,
    Optional<ScoreSettings> score,
    Optional<ForecastSettings> forecast)
    implements ProjectYaml {

  public ProjectConfig {
    var problems = new Violations();
    problems.checkProject(name, title);
    problems.check(
        train.repeats().isEmpty() || (split.by() != By.TIME && split.by() != By.GIVEN),
        "train.repeats",
        "expected none, since the split is %s",
        split.by() == By.TIME ? "by time" : "given");
    problems.throwIfAny();
    requireNonNull(sample, "sample");
    requireNonNull(ingest, "ingest");
    requireNonNull(features, "features");
    requireNonNull(split, "split");
    requireNonNull(train, "train");
    requireNonNull(evaluate, "evaluate");
    requireNonNull(approval, "approval");
    requireNonNull(serving, "serving");
    requireNonNull(score, "score");
    requireNonNull(forecast, "forecast");
  }

  /**
   * Reads {@code file}.
   *
   * @throws InvalidConfigException with every problem of the file
   * @throws IOException if it cannot be read
   */
  public static ProjectConfig read(Path file) throws IOException {
    return RecordReader.read(file, ProjectConfig.class);
  }

  /**
   * Reads YAML from {@code yaml}, which stays open.
   *
   * @param name what problems call the file, e.g. {@code project.yaml}
   * @throws InvalidConfigException with every problem of the file
   */
  public static ProjectConfig read(InputStream yaml, String name) throws IOException {
    return RecordReader.read(yaml, name, ProjectConfig.class);
  }
}
