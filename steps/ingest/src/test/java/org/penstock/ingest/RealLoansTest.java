package org.penstock.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;
import org.penstock.creditrisk.Loan;
import org.penstock.row.RowSchema;
import org.penstock.step.ExitCode;
import org.penstock.step.StepMain;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowReader;

/** The real loans, which are not part of the repository. */
class RealLoansTest {

  private static final String FILE = "credit-risk/dataset_credit_risk.csv.gz";

  @TempDir Path directory;

  @Test
  void readsAllRealLoansWithoutABadRow() throws IOException {
    Path csv = realLoans();
    PrintStream err = System.err;

    ExitCode code =
        new StepMain(Map.of(), err, err, Clock.systemUTC())
            .run(
                IngestMain.step(),
                List.of(
                    "--source=" + csv,
                    "--project=credit-risk",
                    "--store=" + directory.resolve("store"),
                    "--outputs=" + directory.resolve("outputs")));

    assertEquals(ExitCode.DONE, code);
    assertEquals("777715", output("row-count"));
    assertEquals("0", output("bad-rows"));
    Path rows =
        Stores.open(directory.resolve("store").toString(), Optional.empty())
            .fetch(Sha256.parse(output("rows")));
    long withoutJob = 0;
    double amounts = 0;
    try (RowReader<Loan> loans = ParquetRows.read(rows, RowSchema.of(Loan.class))) {
      while (loans.hasNext()) {
        Loan loan = loans.next();
        withoutJob += loan.jobStartDate().isEmpty() ? 1 : 0;
        amounts += loan.loanAmount();
      }
    }
    // zcat | awk -F, '$22 == "3021-09-18"' | wc -l, and the sum of column 24 in file order.
    assertEquals(127972, withoutJob);
    assertEquals(100776096.716972, amounts, 1e-6);
  }

  private String output(String name) throws IOException {
    return Files.readString(directory.resolve("outputs").resolve(name), StandardCharsets.UTF_8);
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
