package org.penstock.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoresTest {

  @Test
  void opensADirectory(@TempDir Path directory) throws IOException {
    assertInstanceOf(LocalArtifactStore.class, Stores.open(directory.toString(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "gs://bucket", "https://host/store", "S3://bucket", "a\0b"})
  void refusesWhatIsNeitherADirectoryNorABucket(String location) {
    var thrown =
        assertThrows(InvalidStoreException.class, () -> Stores.open(location, Optional.empty()));

    assertEquals(
        "'%s' is no store; it is a directory or s3://bucket/prefix".formatted(location),
        thrown.getMessage());
  }
}
