package org.penstock.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Sha256Test {

  /** FIPS 180-2, appendix B.1. */
  private static final String ABC =
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void digestsBytesAndFilesAlike(@TempDir Path directory) throws IOException {
    byte[] content = "abc".getBytes(UTF_8);

    assertEquals(ABC, Sha256.of(content).toString());
    assertEquals(ABC, Sha256.of(Files.write(directory.resolve("abc"), content)).toString());
  }

  @Test
  void parsesWhatItPrints() {
    assertEquals(Sha256.of(new byte[0]), Sha256.parse(Sha256.of(new byte[0]).toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256:", "sha1:00", "ba7816bf", "sha256:BA7816BF"})
  void refusesOtherTexts(String text) {
    assertThrows(IllegalArgumentException.class, () -> Sha256.parse(text));
  }
}
