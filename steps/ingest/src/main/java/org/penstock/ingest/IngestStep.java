package org.penstock.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectYaml;
import org.penstock.config.SampleSettings;
import org.penstock.ingest.Sources.NamedSource;
import org.penstock.row.Part;
import org.penstock.row.RowSchema;
import org.penstock.step.ExitCode;
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
  public Map<String, Sha256> externalInputs(IngestConfig config) throws IOException {
    Sources sources = Sources.parse(config.source());
    if (sources.files().size() == 1 && sources.files().getFirst().part().isEmpty()) {
      return digest(sources.files().getFirst())
          .map(digest -> Map.of("source", digest))
          .orElse(Map.of());
    }

    StringBuilder parts = new StringBuilder();
    for (NamedSource file : sources.files()) {
      String part = file.part().map(Part::toString).orElse("");
      parts.append(part).append(' ').append(digest(file).orElseThrow()).append('\n');
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
      files.add(new InputFile(source.part(), file(source, files.size(), context)));
    }
    return ingested(ingestion, files);
  }

  private static Path file(NamedSource source, int number, StepContext context)
      throws IOException, InterruptedException {
    return switch (Source.parse(source.text())) {
      case Source.Sample _ -> sample(context);
      case Source.Local(Path path) -> readable(path);
      case Source.Remote(var uri) -> {
        Path file = context.newFile(number == 0 ? "download" : "download." + number);
        Download.fetch(uri, file);
        yield file;
      }
    };
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

  private static Optional<Sha256> digest(NamedSource source) throws IOException {
    return switch (Source.parse(source.text())) {
      case Source.Sample _ -> Optional.empty();
      case Source.Local(Path path) -> Optional.of(Sha256.of(readable(path)));
      case Source.Remote remote -> Optional.of(digest(remote));
    };
  }

  /** The remote file is fetched to know whether it is still the one of an earlier run. */
  private static Sha256 digest(Source.Remote remote) throws IOException {
    Path file = Files.createTempFile("penstock-download-", "");
    try {
      Download.fetch(remote.uri(), file);
      return Sha256.of(file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while fetching " + remote.uri(), e);
    } finally {
      Files.delete(file);
    }
  }

  private static Path readable(Path path) throws IOException {
    Optional<String> problem =
        Files.isDirectory(path)
            ? Optional.of("%s is a directory, expected a CSV file")
            : !Files.exists(path)
                ? Optional.of("There is no file %s")
                : Files.isReadable(path) ? Optional.empty() : Optional.of("%s may not be read");
    if (problem.isPresent()) {
      throw new StepFailure(
          ExitCode.INPUT, List.of(problem.get().formatted(path.toAbsolutePath())));
    }
    return path;
  }
}
