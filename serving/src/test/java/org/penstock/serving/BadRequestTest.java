package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestTest {

  private static final String GOOD =
      "{\"visits\": 3, \"mean_spent\": 2.5, \"age\": 40, \"member\": true, \"loaf\": \"RYE\"}";

  private static RunningBakery bakery;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    bakery = RunningBakery.start(directory);
  }

  @AfterAll
  static void stop() {
    bakery.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"visits\": 3|\"vists\": 3, \"visits\": 3|vists|unknown-field|'vists' is unknown; did you mean 'visits'?",
        "\"visits\": 3,||visits|missing-field|'visits' is missing, expected a whole number of 32 bits",
        "\"mean_spent\": 2.5,||mean_spent|missing-field|'mean_spent' is absent; a missing value is written as null",
        "\"visits\": 3|\"visits\": null|visits|null-field|'visits' is missing, expected a whole number of 32 bits",
        "\"visits\": 3|\"visits\": -1|visits|out-of-range|'visits' is -1, expected 0 to 1000",
        "\"visits\": 3|\"visits\": 1001|visits|out-of-range|'visits' is 1001, expected 0 to 1000",
        "\"visits\": 3|\"visits\": 3.5|visits|invalid-value|'visits' is 3.5, expected a whole number of 32 bits",
        "\"visits\": 3|\"visits\": \"3\"|visits|invalid-value|'visits' is '3', expected a whole number of 32 bits",
        "\"visits\": 3|\"visits\": [3]|visits|invalid-value|'visits' is '[…]', expected a whole number of 32 bits",
        "\"visits\": 3|\"visits\": {}|visits|invalid-value|'visits' is '{…}', expected a whole number of 32 bits",
        "\"visits\": 3|\"visits\": 3, \"visits\": 3|visits|duplicate-field|'visits' is in the record twice",
        "2.5|-0.1|mean_spent|out-of-range|'mean_spent' is -0.1, expected at least 0",
        "2.5|1e400|mean_spent|out-of-range|'mean_spent' is Infinity, expected at least 0",
        "2.5|\"NaN\"|mean_spent|invalid-value|'mean_spent' is 'NaN', expected a finite number",
        "40|131|age|out-of-range|'age' has a value that is personal and not shown, expected 0 to 130",
        "true|1|member|invalid-value|'member' is 1, expected true or false",
        "RYE|OAT|loaf|invalid-value|'loaf' is 'OAT', expected one of [RYE, WHEAT, SPELT]",
        "RYE|rye|loaf|invalid-value|'loaf' is 'rye', expected one of [RYE, WHEAT, SPELT]"
      })
  void namesFieldAndRecord(String from, String to, String field, String code, String message) {
    String bad = GOOD.replace(from, to == null ? "" : to);

    Api.Reply reply = bakery.api.post("/v1/predictions", "[%s, %s]".formatted(GOOD, bad));

    assertEquals(400, reply.status());
    assertEquals(
        Map.of(
            "code",
            "invalid-records",
            "message",
            "Record 1: " + message,
            "field",
            field,
            "problems",
            List.of(Map.of("record", 1, "field", field, "code", code, "message", message))),
        reply.json());
  }

  @Test
  void namesEveryFieldOfEveryRecord() {
    Api.Reply reply =
        bakery.api.post(
            "/v1/predictions",
            "[{\"visits\": -1, \"age\": 200, \"member\": null, \"loaf\": 3}, %s, {}]"
                .formatted(GOOD));

    assertEquals(
        "Record 0: 'visits' is -1, expected 0 to 1000 (and 9 more problems)",
        reply.json().get("message"));
    assertEquals(
        List.of(
            "0 visits",
            "0 age",
            "0 member",
            "0 loaf",
            "0 mean_spent",
            "2 visits",
            "2 age",
            "2 member",
            "2 loaf",
            "2 mean_spent"),
        problems(reply).stream().map(p -> p.get("record") + " " + p.get("field")).toList());
  }

  @Test
  void listsTheFirstHundredProblemsOnly() {
    String records = "[" + "{},".repeat(99) + "{}]";

    Api.Reply reply = bakery.api.post("/v1/predictions", records);

    assertEquals(100, problems(reply).size());
    assertTrue(reply.body().contains("(and 499 more problems)"), reply.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[",
        "[{]",
        "[" + GOOD,
        "[" + GOOD + "] x",
        "[" + GOOD + "][]",
        "null",
        "3",
        "\"[]\"",
        "[1]",
        "[null]",
        "[[]]",
        "{}",
        "{\"rows\": []}",
        "{\"records\": {}}",
        "{\"records\": [], \"more\": 1}",
        "{\"records\": [], \"records\": []}",
        "[{\"visits\": NaN}]",
        "[{\"visits\": Infinity}]",
        "[{\"visits\": 03}]",
        "[{visits: 3}]",
        "[{'visits': 3}]",
        "[/* no */]",
        "[{\"visits\": \"\u0001\"}]",
        "\uFEFF[]",
        " "
      })
  void refusesWhatIsNotAListOfRecordsInJson(String body) {
    Api.Reply reply = bakery.api.post("/v1/predictions", body);

    assertEquals(400, reply.status());
    assertEquals("malformed-json", reply.code());
  }

  @Test
  void saysWhereTheJsonBreaks() {
    assertEquals(
        "The body is not valid JSON: line 2, column 3",
        bakery.api.post("/v1/predictions", "[\n  x]").json().get("message"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void saysHowAMissingNumberIsWritten(String number) {
    Api.Reply reply = bakery.api.post("/v1/predictions", "[{\"visits\": " + number + "}]");

    String message = (String) reply.json().get("message");
    assertTrue(
        message.startsWith(
            "The body is not valid JSON, which has no NaN and no infinity; a missing value is null:"
                + " line 1, column "),
        message);
  }

  @Test
  void refusesAnEmptyBody() {
    Api.Reply reply = bakery.api.post("/v1/predictions", "");

    assertEquals(400, reply.status());
    assertEquals("The body is empty, expected a list", reply.json().get("message"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[{\"visits\":"})
  void refusesDeepNesting(String open) {
    Api.Reply reply = bakery.api.post("/v1/predictions", "[{\"visits\":" + open.repeat(100_000));

    assertEquals(400, reply.status());
    assertEquals(
        "The JSON is out of bounds: Document nesting depth (17) exceeds the maximum allowed (16)",
        reply.json().get("message"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "0.1", "1e9"})
  void refusesNumbersOfManyDigits(String number) {
    Api.Reply reply =
        bakery.api.post("/v1/predictions", "[{\"visits\":" + number + "1".repeat(100_000) + "}]");

    assertEquals(400, reply.status());
    assertEquals("malformed-json", reply.code());
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    byte[] latin1 = "[{\"visits\": \"é\"}]".getBytes(StandardCharsets.ISO_8859_1);

    Api.Reply reply = bakery.api.post("/v1/predictions", latin1, "application/json");

    assertEquals(400, reply.status());
    assertEquals("The body is not UTF-8", reply.json().get("message"));
  }

  @Test
  void refusesMoreRecordsThanItScoresAtOnce() {
    Api.Reply reply =
        bakery.api.post("/v1/predictions", "[" + (GOOD + ",").repeat(10_000) + GOOD + "]");

    assertEquals(400, reply.status());
    assertEquals("too-many-items", reply.code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x"
      })
  void refusesOtherMediaTypes(String contentType) {
    Api.Reply reply =
        bakery.api.post("/v1/predictions", "[]".getBytes(StandardCharsets.UTF_8), contentType);

    assertEquals(415, reply.status());
    assertEquals(
        Map.of(
            "code",
            "unsupported-media-type",
            "message",
            "POST /v1/predictions reads application/json only, and its Content-Type says "
                + contentType.replaceFirst(";.*", "")),
        reply.json());
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/nope,404,unknown-path",
    "GET,/v1,404,unknown-path",
    "GET,/assets/nope.js,404,unknown-path",
    "POST,/assets/../nope,404,unknown-path",
    "DELETE,/v1/features/1,405,method-not-allowed",
    "GET,/v1/predictions,405,method-not-allowed",
    "PUT,/v1/model,405,method-not-allowed"
  })
  void refusesOtherPathsAndMethods(String method, String path, int status, String code) {
    Api.Reply reply = bakery.api.send(method, path);

    assertEquals(status, reply.status());
    assertEquals(code, reply.code());
    assertEquals("application/json", reply.contentType());
  }

  /** Sends the head alone: the answer comes before the body does. */
  @Test
  void refusesABodyOfAHundredMegabytesBeforeReadingIt() throws IOException {
    String reply =
        exchange(
            "POST /v1/predictions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 100000000\r\n\r\n[");

    assertTrue(reply.startsWith("HTTP/1.1 413"), reply);
    assertTrue(reply.contains("\"code\":\"request-too-large\""), reply);
  }

  @Test
  void refusesABodyOfUnknownLengthWhenItGetsTooLarge() throws IOException {
    String chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";

    String reply =
        exchange(
            "POST /v1/predictions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(5));

    assertTrue(reply.startsWith("HTTP/1.1 413"), reply);
  }

  @Test
  void refusesAPathThatIsBadlyEscaped() throws IOException {
    String reply =
        exchange("GET /v1/features/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertTrue(reply.startsWith("HTTP/1.1 400"), reply);
    assertTrue(reply.contains("\"code\":\"bad-request\""), reply);
  }

  private static String exchange(String request) throws IOException {
    try (Socket socket = new Socket(bakery.server.uri().getHost(), bakery.server.uri().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream reply = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0 && next != '}'; next = in.read()) {
        reply.write(next);
      }
      return reply.toString(StandardCharsets.UTF_8);
    }
  }

  @SuppressWarnings("unchecked") // the shape is what is tested
  private static List<Map<String, Object>> problems(Api.Reply reply) {
    return (List<Map<String, Object>>) reply.json().get("problems");
  }
}
