package org.penstock.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectYaml;
import org.penstock.config.SampleSettings;
import org.penstock.ingest.Sources.NamedSource;
import org.penstock.row.Part;
import org.penstock.row.RowSchema;
import org.penstock.step.ExitCode;
import org.penstock.step.Source;
import org.penstock.step.SourceFiles;
import org.penstock.step.Step;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;
import org.penstock.table.InvalidTableException;

/**
 * Reads rows from files, checks them against the project's row record, and writes them to a table
 * in event-time order, put right by the rules of the project; rows that break the contract go to a
 * quarantine table.
 *
 * <p>Rows stream; memory does not grow with the file, except for the ids seen.
 */
final class IngestStep implements Step<IngestConfig> {

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public Class<IngestConfig> configType() {
    return IngestConfig.class;
  }

  @Override
  public List<String> outputs() {
    return List.of("rows", "quarantine", "repairs", "row-count", "bad-rows");
  }

  @Override
  public List<Record> settings(ProjectYaml config) {
    return List.of(config.model().ingest(), config.sample());
  }

  @Override
  public Map<String, Sha256> externalInputs(IngestConfig config, SourceFiles files)
      throws IOException, InterruptedException {
    List<NamedSource> sources = Sources.parse(config.source()).files();
    NamedSource first = sources.getFirst();
    if (first.isSample()) {
      return Map.of();
    }

    if (sources.size() == 1 && first.part().isEmpty()) {
      return Map.of("source", Sha256.of(files.fetch(Source.parse(first.text()))));
    }

    StringBuilder parts = new StringBuilder();
    for (NamedSource source : sources) {
      String part = source.part().map(Part::toString).orElse("");
      Sha256 digest = Sha256.of(files.fetch(Source.parse(source.text())));
      parts.append(part).append(' ').append(digest).append('\n');
    }
    return Map.of("source", Sha256.of(parts.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public StepReport run(IngestConfig config, StepContext context)
      throws IOException, InterruptedException {
    Ingestion<?> ingestion =
        new Ingestion<>(RowSchema.of(context.model().view().rowType()), context);
    List<InputFile> files = new ArrayList<>();
    for (NamedSource source : Sources.parse(config.source()).files()) {
      Path file =
          source.isSample()
              ? sample(context)
              : context.sources().fetch(Source.parse(source.text()));
      files.add(new InputFile(source.part(), file));
    }
    return ingested(ingestion, files);
  }

  private static StepReport ingested(Ingestion<?> ingestion, List<InputFile> files)
      throws IOException, InterruptedException {
    try {
      return ingestion.run(files).toStepReport();
    } catch (InvalidTableException e) {
      throw new StepFailure(ExitCode.DATA, e.getMessage(), e);
    }
  }

  private static Path sample(StepContext context) throws IOException {
    SampleSettings sample = context.config().sample();
    Path file = context.newFile("sample.csv");
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      context.model().writeSample(sample.seed(), sample.entities(), csv);
    }
    return file;
  }
}
