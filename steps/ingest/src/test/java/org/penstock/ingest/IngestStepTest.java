package org.penstock.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;
import org.penstock.ingest.ParcelProject.Parcel;
import org.penstock.row.RowSchema;
import org.penstock.step.ExitCode;
import org.penstock.step.StepMain;
import org.penstock.table.BadRow;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowReader;

class IngestStepTest {

  private static final String HEADER = "number,sent,weight,name\n";

  @TempDir Path directory;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void sortsRowsByTheirTime() throws IOException {
    Path csv =
        csv(HEADER + "1,2024-01-03,1,a\n2,2024-01-01,2,b\n3,2024-01-03,3,c\n4,2024-01-01,4,d\n");

    assertEquals(ExitCode.DONE, run(csv.toString()), said());

    assertEquals(List.of(2L, 4L, 1L, 3L), numbers());
    assertEquals("4", output("row-count"));
    assertEquals("0", output("bad-rows"));
  }

  @Test
  void setsBadRowsAside() throws IOException {
    Path csv =
        csv(
            HEADER
                + "1,2024-01-03,1,a\n2,2024-02-30,2,b\n3,2024-01-03,3,c\n4,2024-01-04,4,\u00e9\n");

    assertEquals(ExitCode.DONE, run(csv.toString()), said());

    assertEquals(List.of(1L, 3L, 4L), numbers());
    assertEquals(
        List.of("line 3: 'sent' is '2024-02-30', expected a date such as 2024-02-29"),
        rows("quarantine", BadRow.class).stream().map(BadRow::toString).toList());
    assertEquals("1", output("bad-rows"));
  }

  @Test
  void endsWithASummaryWhenTooManyRowsAreBad() throws IOException {
    Path csv =
        csv(
            HEADER
                + "1,2024-01-03,31,a\n2,2024-01-03,40,b\n3,2024-01-03,3,\n4,2024-01-04,4,d\n"
                + "5,2024-01-04,50,e\n6,2024-01-04,60,f,6\n7,2024-01-04,70,g\n");

    assertEquals(ExitCode.DATA, run(csv.toString()));

    assertEquals(
        """
        ingest: 6 of 7 rows of parcels.csv break the contract (85.7 %, allowed is 25.0 %)
        ingest: 4 rows: 'weight' expected 0 to 30
        ingest: 1 row: 'name' expected a text
        ingest: 1 row: has 5 fields, expected 4
        ingest: line 2: 'weight' is '31', expected 0 to 30
        ingest: line 3: 'weight' is '40', expected 0 to 30
        ingest: line 4: 'name' is missing, expected a text
        ingest: line 6: 'weight' is '50', expected 0 to 30
        ingest: line 7: has 5 fields, expected 4
        """,
        saidOfRows());
  }

  @Test
  void doesNotCountWhatItShows() throws IOException {
    Path csv = csv(HEADER + "1,2024-01-03,31,a\n2,2024-01-03,3,b\n");

    assertEquals(ExitCode.DATA, run(csv.toString()));

    assertEquals(
        """
        ingest: 1 of 2 rows of parcels.csv break the contract (50.0 %, allowed is 25.0 %)
        ingest: line 2: 'weight' is '31', expected 0 to 30
        """,
        saidOfRows());
  }

  @Test
  void keepsAllBadRowsOfAFailedIngest() throws IOException {
    Path csv = csv(HEADER + "1,2024-01-03,31,a\n2,2024-01-03,40,b\n3,2024-01-03,3,\n");

    run(csv.toString());

    String digest = said().replaceFirst("(?s).*penstock get (sha256:[0-9a-f]+) --to.*", "$1");
    assertEquals(3, table(Sha256.parse(digest), BadRow.class).size());
  }

  @Test
  void acceptsExactlyAsManyBadRowsAsAllowed() throws IOException {
    Path csv =
        csv(HEADER + "1,2024-01-03,31,a\n2,2024-01-03,2,b\n3,2024-01-03,3,c\n4,2024-01-04,4,d\n");

    assertEquals(ExitCode.DONE, run(csv.toString()), said());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number,sent,weight,name\\n   | has a header and no rows",
        "''                           | is empty, expected a header",
        "number,sent,mass,name\\n1    | column 'weight' is missing",
        "number,sent,weight,name,name\\n | column 'name' is there twice"
      })
  void refusesAFileThatIsNoSuchTable(String text, String reason) throws IOException {
    Path csv = csv(text.replace("\\n", "\n"));

    assertEquals(ExitCode.DATA, run(csv.toString()));

    assertTrue(said().contains("parcels.csv") && said().contains(reason), said());
  }

  @Test
  void refusesATruncatedGzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write((HEADER + "1,2024-01-03,1,a\n").getBytes(StandardCharsets.UTF_8));
    }
    Path file = directory.resolve("parcels.csv.gz");
    Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() - 8));

    assertEquals(ExitCode.DATA, run(file.toString()));

    assertTrue(said().contains("it is truncated"), said());
  }

  @ParameterizedTest
  @CsvSource({"none.csv, There is no file", "., is a directory", "file:///none.csv, There is no"})
  void saysThatThereIsNoFile(String source, String reason) {
    String path = source.startsWith("file:") ? source : directory.resolve(source).toString();

    assertEquals(ExitCode.INPUT, run(path));

    assertTrue(said().contains(reason), said());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.org/x.csv", "gs://bucket/x.csv"})
  void refusesAnAddressItCannotRead(String source) {
    assertEquals(ExitCode.CONFIG, run(source));

    assertTrue(said().contains("expected a path, a file:, https: or s3: address"), said());
  }

  @Test
  void readsTheSample() throws IOException {
    assertEquals(ExitCode.DONE, run("sample"), said());

    assertEquals(20, numbers().size());
    assertEquals("seed 7", rows("rows", Parcel.class).getFirst().name());
  }

  @Test
  void takesAnUnchangedFileFromTheCacheWhereverItLies() throws IOException {
    Path csv = csv(HEADER + "1,2024-01-03,1,a\n");
    run(csv.toString());
    Path moved = directory.resolve("moved.csv");
    Files.move(csv, moved);

    assertEquals(ExitCode.DONE, run(moved.toString()), said());
    String unchanged = output(StepMain.CACHE_HIT);
    Files.writeString(moved, HEADER + "1,2024-01-03,2,a\n");
    run(moved.toString());

    assertEquals(List.of("true", "false"), List.of(unchanged, output(StepMain.CACHE_HIT)));
  }

  @Test
  void fetchesAnAddress() throws IOException {
    HttpServer server = server(200, HEADER + "1,2024-01-03,1,a\n");
    try {
      assertEquals(ExitCode.DONE, run(address(server)), said());
    } finally {
      server.stop(0);
    }

    assertEquals(List.of(1L), numbers());
  }

  @Test
  void namesTheServerThatDoesNotAnswer() throws IOException {
    HttpServer server = server(200, "");
    server.stop(0);

    assertEquals(ExitCode.TEMPORARY, run(address(server)));

    assertTrue(said().contains("Cannot fetch %s".formatted(address(server))), said());
  }

  @Test
  void readsSeveralFilesAsOne() throws IOException {
    Path other = directory.resolve("more.csv");
    Files.writeString(other, "name,number,weight,sent\nx,7,1,2024-01-02\ny,8,99,2024-01-02\n");
    Path csv = csv(HEADER + "1,2024-01-03,1,a\n2,2024-01-01,2,b\n3,2024-01-09,2,b\n");

    assertEquals(ExitCode.DONE, run(csv + "," + other), said());

    assertEquals(List.of(2L, 7L, 1L, 3L), numbers());
    assertEquals(
        List.of("line 3: 'weight' is '99', expected 0 to 30 in more.csv"),
        rows("quarantine", BadRow.class).stream().map(BadRow::toString).toList());
  }

  @Test
  void anIdMayStandInOneFileOnly() throws IOException {
    Path other = directory.resolve("more.csv");
    Files.writeString(other, HEADER + "1,2024-01-03,1,again\n");
    Path csv = csv(HEADER + "1,2024-01-03,1,a\n2,2024-01-01,2,b\n3,2024-01-09,2,b\n");

    run(csv + "," + other);

    assertEquals(
        List.of("line 2: 'number' repeats the id of an earlier row in more.csv"),
        rows("quarantine", BadRow.class).stream().map(BadRow::toString).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.csv,,b.csv | A file without a name: 'a.csv,,b.csv'",
        "sample,a.csv | is generated whole, beside no file",
        "test=sample  | is generated whole, beside no file"
      })
  void refusesSourcesThatMeanNothing(String source, String reason) {
    assertEquals(ExitCode.CONFIG, run(source));

    assertTrue(said().contains(reason), said());
  }

  @Test
  void refusesPartsOfRowsThatHaveNone() throws IOException {
    assertEquals(ExitCode.CONFIG, run("test=" + csv(HEADER + "1,2024-01-03,1,a\n")));

    assertTrue(said().contains("the rows of project parcels have none"), said());
  }

  @Test
  void setsRowsOfTheFutureAside() throws IOException {
    Path csv =
        csv(HEADER + "1,2024-12-31,1,a\n2,2025-01-01,2,b\n3,2024-01-09,2,b\n4,2024-01-09,2,b\n");

    assertEquals(ExitCode.DONE, run(csv.toString()), said());

    assertEquals(List.of(3L, 4L, 1L), numbers());
    assertEquals("1", output("bad-rows"));
    assertEquals(
        List.of(
            "line 3: 'sent' is 2025-01-01T00:00, expected no later day than 2024-12-31, which is"
                + " ingest.repairs.latest"),
        rows("quarantine", BadRow.class).stream().map(BadRow::toString).toList());
    assertTrue(document("repairs").contains("\"bad-rows\":1"), document("repairs"));
  }

  @Test
  void countsRowsThatCameTooLate() throws IOException {
    run(csv(HEADER + "1,2024-01-03,1,a\n2,2024-01-01,2,b\n").toString());

    assertTrue(document("repairs").contains("\"late-rows\":1"), document("repairs"));
  }

  private static HttpServer server(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:%d/parcels.csv".formatted(server.getAddress().getPort());
  }

  private Path csv(String text) throws IOException {
    Path file = directory.resolve("parcels.csv");
    Files.writeString(file, text);
    return file;
  }

  private ExitCode run(String source) {
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new StepMain(
            Map.of(), print, print, Clock.fixed(Instant.ofEpochSecond(1), ZoneOffset.UTC))
        .run(
            IngestMain.step(),
            List.of(
                "--source=" + source,
                "--project=parcels",
                "--store=" + directory.resolve("store"),
                "--outputs=" + directory.resolve("outputs")));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** What was said, but for the last line, which names the artifact with all bad rows. */
  private String saidOfRows() {
    return said().replaceFirst("ingest: All bad rows.*\n", "");
  }

  private String output(String name) throws IOException {
    return Files.readString(directory.resolve("outputs").resolve(name));
  }

  private String document(String output) throws IOException {
    return Files.readString(
        Stores.open(directory.resolve("store").toString(), Optional.empty())
            .fetch(Sha256.parse(output(output))));
  }

  private List<Long> numbers() throws IOException {
    return rows("rows", Parcel.class).stream().map(Parcel::number).toList();
  }

  private <R extends Record> List<R> rows(String output, Class<R> type) throws IOException {
    return table(Sha256.parse(output(output)), type);
  }

  private <R extends Record> List<R> table(Sha256 digest, Class<R> type) throws IOException {
    Path file = Stores.open(directory.resolve("store").toString(), Optional.empty()).fetch(digest);
    List<R> rows = new ArrayList<>();
    try (RowReader<R> reader = ParquetRows.read(file, RowSchema.of(type))) {
      reader.forEachRemaining(rows::add);
    }
    return rows;
  }
}
