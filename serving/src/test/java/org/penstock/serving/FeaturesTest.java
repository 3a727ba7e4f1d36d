package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTest {

  private static RunningBakery bakery;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    bakery = RunningBakery.start(directory);
  }

  @AfterAll
  static void stop() {
    bakery.close();
  }

  @Test
  void answersTheLatestFeaturesByName() {
    Api.Reply reply = bakery.api.get("/v1/features/1");
    System.out.println(reply);
    assertEquals(200, reply.status());
  }
}
