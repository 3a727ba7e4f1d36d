package org.penstock.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.creditrisk.CreditRisk;
import org.penstock.creditrisk.Loan;
import org.penstock.row.RowSchema;
import org.penstock.step.PackagedConfig;
import org.penstock.step.StepContext;
import org.penstock.step.StepReport;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowReader;

/** The real loans, which are not part of the repository. */
class RealLoansTest {

  private static final String FILE = "credit-risk/dataset_credit_risk.csv.gz";

  @TempDir Path directory;

  @Test
  void readsAllRealLoansWithoutABadRow() throws IOException, InterruptedException {
    CreditRisk project = new CreditRisk();
    StepContext context =
        new StepContext(
            PackagedConfig.of(project),
            project,
            new LocalArtifactStore(directory.resolve("store")),
            directory,
            (done, total) -> {},
            Clock.systemUTC(),
            Sha256.of(new byte[0]));

    StepReport report = new IngestStep().run(new IngestConfig(realLoans().toString()), context);

    assertEquals(Map.of("bad-rows", "0", "row-count", "777715"), report.parameters());
    Path rows = report.artifacts().get("rows").file();
    long withoutJob = 0;
    double amounts = 0;
    try (RowReader<Loan> loans = ParquetRows.read(rows, RowSchema.of(Loan.class))) {
      while (loans.hasNext()) {
        Loan loan = loans.next();
        withoutJob += loan.jobStartDate().isEmpty() ? 1 : 0;
        amounts += loan.loanAmount();
      }
    }
    // Counted by awk in column 22; summed from column 24, whose order only moves the last digits.
    assertEquals(127972, withoutJob);
    assertEquals(100776096.716972, amounts, 1e-6);
  }

  private static Path realLoans() {
    Optional<Path> file =
        Stream.concat(configured(), beside())
            .map(data -> data.resolve(FILE))
            .filter(Files::exists)
            .findFirst();
    if (file.isEmpty()) {
      System.err.println("NOT RUN: " + FILE + " absent; set PENSTOCK_DATA to its folder's parent");
    }
    Assumptions.assumeTrue(file.isPresent(), FILE + " is absent");
    return file.get();
  }

  private static Stream<Path> configured() {
    return Stream.of(
            Optional.ofNullable(System.getProperty("penstock.data")),
            Optional.ofNullable(System.getenv("PENSTOCK_DATA")))
        .flatMap(Optional::stream)
        .filter(path -> !path.isBlank() && !path.startsWith("$"))
        .map(Path::of);
  }

  private static Stream<Path> beside() {
    return Stream.iterate(
            Optional.of(Path.of("").toAbsolutePath()),
            Optional::isPresent,
            path -> path.map(Path::getParent))
        .flatMap(Optional::stream)
        .map(path -> path.resolveSibling("shared").resolve("data"));
  }
}
