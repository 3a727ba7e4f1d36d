package org.penstock.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.penstock.artifact.CanonicalJson;
import org.penstock.config.ProjectYaml;
import org.penstock.config.RecordTree;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.config.TrainSettings;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.dataset.Split;
import org.penstock.evaluation.AlternativePrediction;
import org.penstock.evaluation.Metric;
import org.penstock.model.MissingLibraryException;
import org.penstock.model.ModelTraining;
import org.penstock.model.ModelTraining.NamedSplit;
import org.penstock.model.ModelTraining.Subject;
import org.penstock.model.TrainedModel;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;
import org.penstock.row.Task;
import org.penstock.step.ExitCode;
import org.penstock.step.Step;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;
import org.penstock.table.InvalidTableException;
import org.penstock.table.ParquetColumns;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowWriter;

/**
 * Chooses among the candidates of the project and trains the chosen one.
 *
 * <p>Where rows have groups beside their entities, the chosen one is trained once more under a
 * split by entity, for the report to show what such a split would have claimed.
 */
final class TrainStep implements Step<TrainConfig> {

  private static final Set<Role> NEEDED =
      EnumSet.of(Role.FEATURE, Role.LABEL, Role.ENTITY, Role.GROUP, Role.PART, Role.EVENT_TIME);

  @Override
  public String name() {
    return "train";
  }

  @Override
  public Class<TrainConfig> configType() {
    return TrainConfig.class;
  }

  @Override
  public List<String> outputs() {
    return List.of("model", "tribuo", "trials", "alternatives", "candidate");
  }

  @Override
  public List<Record> settings(ProjectYaml config) {
    return List.of(TrainRules.of(config.model()));
  }

  @Override
  public StepReport run(TrainConfig config, StepContext context)
      throws IOException, InterruptedException {
    TrainRules rules = TrainRules.of(context.config());
    try {
      Dataset dataset = Dataset.of(read(context.fetch(config.training())));
      requireFitting(rules.train(), dataset);
      TrainedModel model = train(dataset, rules, config, context);
      return write(model, dataset, rules, context).toStepReport();
    } catch (InvalidDatasetException e) {
      throw new StepFailure(ExitCode.DATA, e.problems());
    } catch (InvalidTableException e) {
      throw new StepFailure(ExitCode.DATA, e.getMessage(), e);
    } catch (MissingLibraryException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    }
  }

  private static void requireFitting(TrainSettings settings, Dataset dataset) {
    Task task = dataset.task();
    List<String> problems = new ArrayList<>(settings.problems(task, dataset.features()));
    try {
      Metric.choosing(settings.metric(), task);
    } catch (IllegalArgumentException e) {
      problems.add("train.metric: " + e.getMessage());
    }
    if (!problems.isEmpty()) {
      throw new StepFailure(ExitCode.CONFIG, problems);
    }
  }

  private static ColumnTable read(Path file) throws IOException {
    List<String> names =
        ParquetColumns.columns(file).stream()
            .filter(column -> column.roles().stream().anyMatch(NEEDED::contains))
            .map(Column::name)
            .toList();
    return ParquetColumns.read(file, names);
  }

  private static TrainedModel train(
      Dataset dataset, TrainRules rules, TrainConfig config, StepContext context)
      throws InterruptedException {
    var provenance =
        new TreeMap<>(
            Map.of(
                "training", config.training().toString(),
                "code", context.codeVersion().toString(),
                "seed", Long.toString(rules.train().seed()),
                "split", word(rules.split().by())));
    return new ModelTraining(
            rules.split(),
            rules.train(),
            rules.forecast(),
            Runtime.getRuntime().availableProcessors(),
            (done, total) -> context.progress().update(done, total))
        .train(
            dataset,
            split(dataset, rules.split(), rules),
            others(dataset, rules),
            new Subject(rules.name(), rules.title(), provenance));
  }

  private static NamedSplit split(Dataset dataset, SplitSettings split, TrainRules rules) {
    return new NamedSplit(word(split.by()), Split.of(dataset, split, rules.train().seed()));
  }

  private static List<NamedSplit> others(Dataset dataset, TrainRules rules) {
    if (rules.split().by() != By.GROUP || !dataset.hasEntities()) {
      return List.of();
    }
    var byEntity =
        new SplitSettings(By.ENTITY, List.of(), rules.split().test(), "", rules.split().stratify());
    return List.of(split(dataset, byEntity, rules));
  }

  private static String word(By by) {
    return by.name().toLowerCase(Locale.ROOT);
  }

  private static TrainReport write(
      TrainedModel model, Dataset dataset, TrainRules rules, StepContext context)
      throws IOException {
    Path alternatives = context.newFile("alternatives.parquet");
    return new TrainReport(
        Files.write(
            context.newFile("model.json"),
            model.bundle().withRequests(RecordTree.of(rules.requests())).toBytes()),
        Files.write(context.newFile("model.tribuo"), model.tribuo()),
        Files.write(
            context.newFile("trials.json"), CanonicalJson.write(RecordTree.of(model.trials()))),
        alternatives,
        model.bundle().card().candidate(),
        dataset.rows(),
        write(model.alternatives(), alternatives),
        rules.train().seed());
  }

  private static long write(List<TrainedModel.Alternative> alternatives, Path file)
      throws IOException {
    var schema = TableSchema.of(RowSchema.of(AlternativePrediction.class));
    try (RowWriter<AlternativePrediction> writer = ParquetRows.write(file, schema)) {
      for (TrainedModel.Alternative alternative : alternatives) {
        int width = alternative.width();
        for (int i = 0; i < alternative.outputs().length; i++) {
          writer.write(
              new AlternativePrediction(
                  alternative.split(),
                  alternative.candidate(),
                  alternative.rows()[i / width],
                  i % width,
                  alternative.outputs()[i]));
        }
      }
      return writer.rows();
    }
  }
}
