package org.penstock.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An API server that answers what a test says, and remembers what it was asked. */
final class FakeApiServer implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new HashMap<>();

  /** Verb and path of every request that changes something, and its body. */
  final List<Request> changes = new ArrayList<>();

  record Request(String line, String body) {}

  private record Answer(int status, String body) {}

  FakeApiServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Answers a request so; the last of several answers stays. */
  FakeApiServer when(String line, int status, String body) {
    answers.computeIfAbsent(line, _ -> new ArrayDeque<>()).add(new Answer(status, body));
    return this;
  }

  /** Answers a request with a Status as the API server words it. */
  FakeApiServer refuse(String line, int status, String reason, String message) {
    return when(
        line,
        status,
        """
        {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"%s","code":%d,
         "message":"%s","details":{"name":"x","kind":"things"}}\
        """
            .formatted(reason, status, message.replace("\"", "\\\"")));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Api api() {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(url())
            .withRequestRetryBackoffLimit(0)
            .withConnectionTimeout(2_000)
            .build();
    return new Api(new KubernetesClientBuilder().withConfig(config).build());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!line.startsWith("GET")) {
      changes.add(new Request(line, body));
    }
    Deque<Answer> queue = answers.getOrDefault(line, new ArrayDeque<>());
    Answer answer =
        queue.isEmpty()
            ? new Answer(
                404,
                "{\"kind\":\"Status\",\"status\":\"Failure\",\"code\":404,\"reason\":\"NotFound\",\"details\":{\"name\":\"x\"}}")
            : queue.size() > 1 ? queue.poll() : queue.peek();
    byte[] content = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
