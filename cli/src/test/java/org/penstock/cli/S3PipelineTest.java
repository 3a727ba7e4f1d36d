package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.Stores;
import org.penstock.artifact.s3.LocalS3;

/**
 * The pipeline with its artifacts in a bucket of a real S3 server, from the first step to an
 * answer.
 */
class S3PipelineTest {

  private static final String LOCATION = "s3://models/team-a";

  /** The first client of the sample. */
  private static final String CLIENT = "5008804";

  @TempDir Path directory;

  private final SystemProperties properties = new SystemProperties();
  private LocalS3 s3;

  @BeforeEach
  void start() throws Exception {
    s3 = LocalS3.start();
    s3.createBucket("models");
    properties.set("aws.accessKeyId", LocalS3.ACCESS_KEY);
    properties.set("aws.secretKey", LocalS3.SECRET_KEY);
    atMachine("first");
  }

  @AfterEach
  void stop() {
    properties.restore();
    s3.close();
  }

  @Test
  void runsOnOneMachineIsCachedOnAnotherAndServedOnAThird() throws Exception {
    Path settings = SmallSettings.write(directory, 0.5);

    RunDocument first = RunDocument.of(arguments(settings));
    atMachine("second");
    RunDocument second = RunDocument.of(arguments(settings));
    RunDocument local =
        RunDocument.of(
            "--config", settings.toString(), "--store", directory.resolve("store").toString());
    atMachine("third");
    Map<String, Object> prediction = predictionOfTheService();

    assertEquals("succeeded", first.phase());
    assertEquals(List.of(false, false, false, false, false), first.cached());
    assertEquals(List.of(true, true, true, true, true), second.cached());
    assertEquals(first.digests(), second.digests());
    assertEquals(local.digests(), first.digests());
    assertTrue(first.uris().stream().allMatch(uri -> uri.startsWith(LOCATION + "/")));
    assertEquals(first.digests().get("train/model"), prediction.get("model"));
    double probability = ((Number) prediction.get("probability")).doubleValue();
    assertTrue(probability > 0 && probability < 1, "probability " + probability);
  }

  private String[] arguments(Path settings) {
    return new String[] {
      "--config", settings.toString(),
      "--store", LOCATION,
      "--s3-endpoint", s3.endpoint().toString()
    };
  }

  /** Nothing fetched before is at hand: what a store keeps on a machine lies in the user's home. */
  private void atMachine(String name) {
    properties.set("user.home", directory.resolve(name).toString());
  }

  private Map<String, Object> predictionOfTheService() throws IOException, InterruptedException {
    try (Served served =
        Served.start("credit-risk", Stores.open(LOCATION, Optional.of(s3.endpoint())))) {
      return served.prediction(CLIENT);
    }
  }
}
