package org.penstock.features;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectConfig;
import org.penstock.creditrisk.CreditRisk;
import org.penstock.creditrisk.Loan;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;
import org.penstock.step.PackagedConfig;
import org.penstock.step.Progress;
import org.penstock.step.StepContext;
import org.penstock.step.StepReport;
import org.penstock.table.CsvReader;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowWriter;

/** Runs the step on the sample of credit-risk. */
final class SampleRun {

  private static final int IDS = 300;

  private final Path directory;
  private final ArtifactStore store;
  private final CreditRisk project = new CreditRisk();

  SampleRun(Path directory) {
    this.directory = directory;
    this.store = new LocalArtifactStore(directory.resolve("store"));
  }

  ProjectConfig config() throws IOException {
    return PackagedConfig.of(project).model();
  }

  /** Returns the loans of the sample. */
  List<Loan> loans() throws IOException, InterruptedException {
    StringBuilder csv = new StringBuilder();
    project.writeSample(7, IDS, csv);
    List<Loan> loans = new ArrayList<>();
    new CsvReader<>(RowSchema.of(Loan.class))
        .read(
            "sample",
            new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
            loans::add,
            bad -> {
              throw new AssertionError(bad);
            });
    return loans;
  }

  StepReport run(List<Loan> loans) throws IOException, InterruptedException {
    return run(loans, config(), (done, total) -> {});
  }

  StepReport run(List<Loan> loans, ProjectConfig config, Progress progress)
      throws IOException, InterruptedException {
    return run(new FeaturesConfig(store.put(table(loans))), config, progress);
  }

  StepReport run(FeaturesConfig flags) throws IOException, InterruptedException {
    return run(flags, config(), (done, total) -> {});
  }

  private StepReport run(FeaturesConfig flags, ProjectConfig config, Progress progress)
      throws IOException, InterruptedException {
    return new FeaturesStep()
        .run(
            flags,
            new StepContext(
                config,
                project,
                store,
                Files.createTempDirectory(directory, "scratch"),
                progress,
                Clock.systemUTC(),
                Sha256.of(new byte[0])));
  }

  private Path table(List<Loan> loans) throws IOException {
    Path file = directory.resolve("rows.parquet");
    try (RowWriter<Loan> writer =
        ParquetRows.write(file, TableSchema.of(RowSchema.of(Loan.class)))) {
      for (Loan loan : loans) {
        writer.write(loan);
      }
    }
    return file;
  }
}
