package org.penstock.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFilesTest {

  @TempDir private Path directory;

  private final List<String> asked = new ArrayList<>();
  private final SourceFiles sources = new SourceFiles(Optional.empty());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          byte[] body = "code\nNA\n".getBytes(StandardCharsets.UTF_8);
          int status = asked.getLast().matches(".*/\\d+") ? lastNumber() : 200;
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private int lastNumber() {
    return Integer.parseInt(asked.getLast().replaceFirst(".*/", ""));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchesOnceUnderTheNameOfTheFile() throws Exception {
    Path file = sources.fetch(remote("lists/countries.csv?of=2026"));

    assertEquals("countries.csv", file.getFileName().toString());
    assertEquals("code\nNA\n", Files.readString(file));
    assertEquals(file, sources.fetch(remote("lists/countries.csv?of=2026")));
    assertEquals(List.of("/lists/countries.csv?of=2026"), asked);
  }

  @Test
  void removesWhatItFetched() throws Exception {
    Path file = sources.fetch(remote("countries.csv"));

    sources.close();

    assertFalse(Files.exists(file.getParent()));
  }

  @Test
  void leavesFilesOfThisMachineWhereTheyAre() throws Exception {
    Path file = Files.writeString(directory.resolve("countries.csv"), "code\n");

    assertEquals(file, sources.fetch(Source.parse(file.toString())));

    sources.close();
    assertTrue(Files.exists(file));
  }

  @ParameterizedTest
  @CsvSource({
    "404, There is no file",
    "410, There is no file",
    "403, 'answered 403, expected 200'"
  })
  void saysWhatAServerDoesNotGive(int status, String reason) {
    var thrown = assertThrows(StepFailure.class, () -> sources.fetch(remote("" + status)));

    assertEquals(ExitCode.INPUT, ExitCode.of(thrown));
    assertTrue(thrown.getMessage().contains(reason), thrown.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"429", "500", "503"})
  void mayBeTriedAgainWhenAServerFails(int status) {
    var thrown = assertThrows(IOException.class, () -> sources.fetch(remote("" + status)));

    assertEquals(ExitCode.TEMPORARY, ExitCode.of(thrown));
  }

  @Test
  void findsNothingWhereNothingIs() throws Exception {
    assertEquals(Optional.empty(), sources.find(remote("404")));
    assertEquals(Optional.empty(), sources.find(new Source.Local(directory.resolve("none"))));
  }

  @ParameterizedTest
  @CsvSource({
    "/data/airports.csv, /data/countries.csv",
    "airports.csv, countries.csv",
    "https://example.org/lists/airports.csv?of=2026, https://example.org/lists/countries.csv",
    "s3://lists/airports.csv, s3://lists/countries.csv",
    "s3://lists/of 2026/airports.csv, s3://lists/of 2026/countries.csv",
  })
  void knowsWhatIsBeside(String text, String expected) {
    assertEquals(Source.parse(expected), Source.parse(text).sibling("countries.csv"));
  }

  private Source remote(String path) {
    return new Source.Remote(
        URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path)));
  }
}
