package org.penstock.serving;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.penstock.config.Flags;
import org.penstock.config.InvalidConfigException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The process that asks a running service what it serves, for images without a shell: {@code helm
 * test} runs it. It asks until it is answered well, or its time is up.
 */
public final class SmokeMain {

  private static final int DONE = 0;
  private static final int NOT_SERVING = 75;
  private static final int CONFIGURATION = 78;
  private static final int PATIENCE_MILLIS = 5_000;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private SmokeMain() {}

  /** Exits with 75 if the service is not ready in time, or says nothing of a model. */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws InterruptedException {
    try {
      SmokeConfig config = Flags.parse(SmokeConfig.class, arguments);
      System.out.println(served(config));
      return DONE;
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return NOT_SERVING;
    } catch (InvalidConfigException e) {
      System.err.println(e.getMessage());
      return CONFIGURATION;
    }
  }

  /** Returns in a sentence what is served. */
  private static String served(SmokeConfig config) throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(config.withinSeconds()).toNanos();
    while (true) {
      try {
        get(config.url() + "/health/ready");
        String card = get(config.url() + "/v1/model");
        return "%s serves %s of project %s, deployed as %s"
            .formatted(
                config.url(), text(card, "model"), text(card, "project"), text(card, "deployment"));
      } catch (IOException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      }
      Thread.sleep(PAUSE);
    }
  }

  private static String get(String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    int status;
    String body;
    try {
      status = connection.getResponseCode();
      body = body(connection, status);
    } catch (IOException e) {
      throw new IOException("%s does not answer: %s".formatted(url, e), e);
    }
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException("%s answered %d, expected 200: %s".formatted(url, status, body));
    }
    return body;
  }

  private static String body(HttpURLConnection connection, int status) throws IOException {
    boolean failed = status >= HttpURLConnection.HTTP_BAD_REQUEST;
    try (InputStream in = failed ? connection.getErrorStream() : connection.getInputStream()) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Returns the text of a key on the outermost level of {@code json}. */
  private static String text(String json, String key) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      while (parser.nextName() != null) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals(key)) {
          return parser.getString();
        }
        parser.skipChildren();
      }
    }
    throw new IOException("The model card says nothing of '%s': %s".formatted(key, json));
  }
}
