package org.penstock.countrydata;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.penstock.artifact.CanonicalJson;
import org.penstock.gather.GatherProject;

/**
 * A server that answers like the vendor; it counts what it is asked, and can be told to behave as
 * badly as vendors do.
 */
public final class StandInVendor implements GatherProject.StandIn {

  private static final String COUNTRIES = "/countries/";
  private static final String REVENUES = "/revenues";

  private final HttpServer server;
  private final ExecutorService threads;
  private final SortedMap<String, Map<String, Object>> answers;
  private final Behaviour behaviour;
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> uploads = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What it does when it is asked. */
  public sealed interface Act {

    /** Answers, or says 404 to what it does not know. */
    record Reply() implements Act {}

    /** Answers about another country. */
    record Mistake(String code) implements Act {}

    /**
     * Answers with a status.
     *
     * @param retryAfter the header of that name
     */
    record Status(int status, Optional<String> retryAfter) implements Act {}

    /** Answers 200 with this body. */
    record Body(String body) implements Act {}

    /** Announces a whole answer, sends half of it and hangs up. */
    record Half() implements Act {}

    /** Announces a whole answer, sends half of it and says nothing more. */
    record HalfAndSilence() implements Act {}

    /** Says nothing. */
    record Silence() implements Act {}
  }

  /** Decides what to do when asked. */
  @FunctionalInterface
  public interface Behaviour {

    /**
     * Returns what to do.
     *
     * @param number how many calls there were, this one included
     * @param key what is asked
     */
    Act at(int number, String key);

    /** Returns a behaviour that never changes. */
    static Behaviour always(Act act) {
      return (_, _) -> act;
    }
  }

  private StandInVendor(
      HttpServer server,
      ExecutorService threads,
      SortedMap<String, Map<String, Object>> answers,
      Behaviour behaviour) {
    this.server = server;
    this.threads = threads;
    this.answers = requireNonNull(answers, "answers");
    this.behaviour = requireNonNull(behaviour, "behaviour");
  }

  /**
   * Starts a server for this machine only.
   *
   * @param port 0 for any free one
   * @param answers by code
   */
  public static StandInVendor start(
      int port, SortedMap<String, Map<String, Object>> answers, Behaviour behaviour)
      throws IOException {
    return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), answers, behaviour);
  }

  /** Starts a server at {@code address}. */
  static StandInVendor start(
      InetSocketAddress address,
      SortedMap<String, Map<String, Object>> answers,
      Behaviour behaviour)
      throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    StandInVendor vendor = new StandInVendor(server, threads, answers, behaviour);
    server.setExecutor(threads);
    server.createContext("/", vendor::handle);
    server.start();
    return vendor;
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Returns what was asked, in the order it was. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Returns what was uploaded: address, type and body of each, as texts. */
  public List<String> uploads() {
    return List.copyOf(uploads);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      boolean upload = uri.getPath().equals(REVENUES);
      String key = upload ? REVENUES : uri.getPath().replace(COUNTRIES, "");
      int number;
      synchronized (asked) {
        asked.add(key);
        number = asked.size();
      }
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (behaviour.at(number, key)) {
        case Act.Reply _ when upload -> accept(exchange, body);
        case Act.Reply _ -> reply(exchange, key);
        case Act.Mistake(String code) -> reply(exchange, code);
        case Act.Status(int status, Optional<String> retryAfter) -> {
          retryAfter.ifPresent(text -> exchange.getResponseHeaders().set("Retry-After", text));
          send(exchange, status, "{\"error\":\"status " + status + "\"}");
        }
        case Act.Body(String text) -> send(exchange, 200, text);
        case Act.Half _ -> half(exchange, key);
        case Act.HalfAndSilence _ -> {
          half(exchange, key);
          hang();
        }
        case Act.Silence _ -> hang();
      }
    }
  }

  private void accept(HttpExchange exchange, byte[] body) throws IOException {
    uploads.add(
        "%s %s\n%s\n%s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(body, StandardCharsets.UTF_8)));
    send(exchange, 201, "");
  }

  private void reply(HttpExchange exchange, String key) throws IOException {
    Map<String, Object> answer = answers.get(key);
    if (answer == null) {
      send(exchange, 404, "{\"error\":\"no such country\"}");
      return;
    }
    send(exchange, 200, text(answer));
  }

  private static String text(Map<String, Object> answer) {
    return new String(CanonicalJson.write(answer), StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    // 204 has no body, and the server says so if one is announced.
    byte[] bytes = status == 204 ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void half(HttpExchange exchange, String key) throws IOException {
    byte[] bytes = text(answers.get(key)).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
  }

  private void hang() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
