package org.penstock.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.step.ExitCode;
import org.penstock.step.StepMain;

class NotifyStepTest {

  private final List<String> posted = new ArrayList<>();
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.remove(), -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void postsHowTheRunEnded() {
    ExitCode code =
        run(
            address(),
            "--status=Failed",
            "--failures=[{\"displayName\":\"train\",\"message\":\"exit code 65\"}]",
            "--author=ada",
            "--store=s3://penstock/credit-risk",
            "--link=https://argo.example.org/workflows/penstock");

    assertEquals(ExitCode.DONE, code);
    assertEquals(
        List.of(
            "{\"author\":\"ada\","
                + "\"failures\":[{\"message\":\"exit code 65\",\"node\":\"train\"}],"
                + "\"link\":\"https://argo.example.org/workflows/penstock/run-1\","
                + "\"project\":\"credit-risk\",\"run\":\"run-1\",\"status\":\"Failed\","
                + "\"store\":\"s3://penstock/credit-risk\","
                + "\"text\":\"run-1 Failed; started by ada; train (exit code 65);"
                + " https://argo.example.org/workflows/penstock/run-1\"}"),
        posted);
    assertEquals(
        "notify: run-1 Failed; started by ada; train (exit code 65);"
            + " https://argo.example.org/workflows/penstock/run-1\n",
        said());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void postsNothingIfNoAddressIsNamed(String address) {
    ExitCode code =
        run(address, "--status=Succeeded", "--failures=\"null\"", "--author=", "--link=");

    assertEquals(ExitCode.DONE, code);
    assertEquals("notify: run-1 Succeeded\n", said());
    assertEquals(List.of(), posted);
  }

  @Test
  void triesAgainWhatMayPass() {
    answers.addAll(List.of(503, 429));

    run(address(), "--status=Succeeded");

    assertEquals(3, posted.size());
    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), pauses);
    assertEquals("notify: run-1 Succeeded\n", said());
  }

  @Test
  void doesNotFailTheRunIfTheServerDoesNotTakeIt() {
    answers.addAll(List.of(500, 502, 503));

    ExitCode code = run(address(), "--status=Succeeded");

    assertEquals(ExitCode.DONE, code);
    assertEquals(3, posted.size());
    assertEquals(
        "notify: run-1 Succeeded\n"
            + "notify: NOBODY WAS TOLD: 127.0.0.1 answered 503 instead of 200\n",
        said());
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 404, 410})
  void asksOnceIfTheRequestIsAtFault(int answer) {
    answers.add(answer);

    run(address(), "--status=Succeeded");

    assertEquals(1, posted.size());
    assertTrue(said().contains("127.0.0.1 answered %d instead of 200".formatted(answer)), said());
  }

  @Test
  void doesNotFailTheRunIfNobodyAnswers() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }

    ExitCode code = run("http://127.0.0.1:%d/secret".formatted(closed), "--status=Succeeded");

    assertEquals(ExitCode.DONE, code);
    assertEquals(2, pauses.size());
    assertTrue(said().contains("NOBODY WAS TOLD: 127.0.0.1 does not answer: "), said());
    assertTrue(!said().contains("secret"), said());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat.example.org/hook",
        "ftp://example.org",
        "https:///hook",
        "//example.org/hook",
        "no address"
      })
  void saysThatAnAddressIsNone(String address) {
    ExitCode code = run(address, "--status=Succeeded");

    assertEquals(ExitCode.DONE, code);
    assertEquals(
        "notify: run-1 Succeeded\n"
            + "notify: NOBODY WAS TOLD: PENSTOCK_NOTIFY_URL is no address of a web server,"
            + " https://HOST/…\n",
        said());
  }

  @Test
  void refusesAFlagThatItDoesNotHave() {
    ExitCode code = run("", "--state=Succeeded");

    assertEquals(ExitCode.CONFIG, code);
    assertEquals(
        """
        notify: --state: unknown flag; did you mean 'status'?
        notify: --status: missing
        """,
        said());
  }

  private String address() {
    return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
  }

  private ExitCode run(String address, String... flags) {
    List<String> args = new ArrayList<>(List.of("--project=credit-risk", "--run=run-1"));
    args.addAll(List.of(flags));
    var step = new NotifyStep(uri -> new Webhook(uri, HttpClient.newHttpClient(), pauses::add));
    var log = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new StepMain(Map.of(NotifyStep.URL, address), log, log, Clock.systemUTC())
        .run(step, args);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
