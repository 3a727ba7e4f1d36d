package org.penstock.artifact.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.artifact.InvalidStoreException;

class S3FileTest {

  private static LocalS3 server;

  @TempDir private Path directory;

  @BeforeAll
  static void start() throws Exception {
    server = LocalS3.start();
    server.createBucket("lists");
    S3Clients.connect(Optional.of(server.endpoint()), LocalS3.credentials())
        .putObject("lists", "of 2026/airports.csv", "id,code\n1,NA\n");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void fetchesWhatSomebodyLaidThere() throws IOException {
    assertTrue(fetch("s3://lists/of 2026/airports.csv"));

    assertEquals("id,code\n1,NA\n", Files.readString(directory.resolve("file")));
  }

  @Test
  void saysThatThereIsNone() throws IOException {
    assertFalse(fetch("s3://lists/airports.csv"));

    assertFalse(Files.exists(directory.resolve("file")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://lists", "s3://lists/", "s3://lists/of 2026/", "s3:lists/x"})
  void refusesWhatNamesNoFile(String address) {
    var thrown = assertThrows(InvalidStoreException.class, () -> fetch(address));

    assertEquals(
        "'%s' is no file in S3; it is written s3://bucket/name".formatted(address),
        thrown.getMessage());
  }

  @Test
  void saysThatThereIsNoBucket() {
    var thrown = assertThrows(InvalidStoreException.class, () -> fetch("s3://nowhere/x.csv"));

    assertTrue(thrown.getMessage().contains("no bucket 'nowhere'"), thrown.getMessage());
  }

  private boolean fetch(String address) throws IOException {
    return S3File.fetch(
        address, Optional.of(server.endpoint()), directory.resolve("file"), LocalS3.credentials());
  }
}
