package org.penstock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.config.Flags;
import org.penstock.config.InvalidConfigException;

class ImagesConfigTest {

  @Test
  void namesImagesForThisMachine() {
    ImagesConfig config = config();

    assertEquals("localhost/penstock/ingest:0.1.0", config.reference(Program.INGEST));
    assertEquals(
        "localhost/penstock/ingest@sha256:1", config.reference(Program.INGEST, "sha256:1"));
    assertTrue(config.wants(Program.S3));
  }

  @Test
  void wantsOnlyWhatIsNamed() {
    ImagesConfig config = config("--only=train", "--only=serving");

    assertTrue(config.wants(Program.TRAIN));
    assertTrue(config.wants(Program.SERVING));
    assertFalse(config.wants(Program.INGEST));
  }

  @ParameterizedTest
  @CsvSource({
    "--only=servin,did you mean 'serving'?",
    "--registry=registry.example.org/,expected one like registry.example.org/penstock",
    "--version=1:2,'expected a tag of letters, digits'",
    "--bas=x,did you mean 'base'?"
  })
  void saysWhatIsExpected(String flag, String expected) {
    var failure = assertThrows(InvalidConfigException.class, () -> config(flag));

    assertTrue(failure.getMessage().contains(expected), failure.getMessage());
  }

  private static ImagesConfig config(String... flags) {
    return Flags.parse(ImagesConfig.class, List.of(flags));
  }
}
