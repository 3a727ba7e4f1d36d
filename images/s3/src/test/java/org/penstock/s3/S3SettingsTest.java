package org.penstock.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class S3SettingsTest {

  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "ada", "AWS_SECRET_ACCESS_KEY", "lovelace");

  @Test
  void needNoMoreThanKeys() {
    S3Settings settings = S3Settings.of(KEYS);

    assertEquals(
        new S3Settings("ada", "lovelace", Path.of("/data"), "0.0.0.0", 9000, List.of("penstock")),
        settings);
  }

  @Test
  void nameAllThatIsMissingOrWrong() {
    var failure =
        assertThrows(
            IllegalArgumentException.class, () -> S3Settings.of(Map.of("S3_PORT", "65536")));

    assertEquals(
        List.of(
            "AWS_ACCESS_KEY_ID is not set; it is what clients sign with, from a secret",
            "AWS_SECRET_ACCESS_KEY is not set; it is what clients sign with, from a secret",
            "S3_PORT is '65536', expected 0 to 65535"),
        failure.getMessage().lines().toList());
  }

  @Test
  void doNotPrintTheSecret() {
    assertFalse(S3Settings.of(KEYS).toString().contains("lovelace"));
  }
}
