package org.penstock.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3MainTest {

  @Test
  void makesItsBucketsAndAnswersNobodyWithoutTheKey(@TempDir Path directory) throws Exception {
    var settings =
        new S3Settings("ada", "lovelace", directory, "127.0.0.1", 0, List.of("penstock"));

    S3Proxy server = S3Main.start(settings);
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI bucket = URI.create("http://127.0.0.1:%d/penstock".formatted(server.getPort()));
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(bucket).build(), HttpResponse.BodyHandlers.ofString());

      assertTrue(Files.isDirectory(directory.resolve("penstock")));
      assertEquals(403, answer.statusCode());
    } finally {
      server.stop();
    }
  }
}
