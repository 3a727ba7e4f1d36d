package org.penstock.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestsTest {

  private static final Sha256 KEY = Sha256.of("key".getBytes(UTF_8));
  private static final byte[] TABLE = "table".getBytes(UTF_8);

  @TempDir private Path scratch;

  @Test
  void readsTheGoldenFile() throws IOException {
    Manifest expected = manifest(Sha256.of(TABLE), Instant.parse("2026-03-01T12:00:00Z"));
    try (InputStream golden = ManifestsTest.class.getResourceAsStream("manifest-v1.json")) {
      byte[] json = golden.readAllBytes();

      assertEquals(expected, Manifest.parse(json));
      assertEquals(new String(json, UTF_8).strip(), new String(expected.toBytes(), UTF_8));
    }
  }

  @Test
  void refusesAnotherFormatVersion() {
    byte[] json = "{\"format-version\":2}".getBytes(UTF_8);

    var thrown = assertThrows(IllegalArgumentException.class, () -> Manifest.parse(json));

    assertEquals("The manifest has format-version 2; this program reads 1", thrown.getMessage());
  }

  @Test
  void refusesAFieldItDoesNotKnow() {
    String json =
        new String(manifest(Sha256.of(TABLE), Instant.EPOCH).toBytes(), UTF_8)
            .replace("\"step\"", "\"extra\":1,\"step\"");

    var thrown =
        assertThrows(IllegalArgumentException.class, () -> Manifest.parse(json.getBytes(UTF_8)));

    assertEquals("The manifest has unknown fields: [extra]", thrown.getMessage());
  }

  @Test
  void findsNothingBeforeTheManifestIsWritten() throws IOException {
    InMemoryArtifactStore store = new InMemoryArtifactStore(scratch);
    store.put(TABLE);

    assertEquals(Optional.empty(), new Manifests(store).find(KEY));
  }

  @Test
  void findsWhatWasRecorded() throws IOException {
    InMemoryArtifactStore store = new InMemoryArtifactStore(scratch);
    Manifest manifest = manifest(store.put(TABLE), Instant.EPOCH);

    assertEquals(manifest, new Manifests(store).record(KEY, manifest));

    assertEquals(Optional.of(manifest), new Manifests(store).find(KEY));
  }

  @Test
  void findsNothingWhoseOutputIsMissing() throws IOException {
    InMemoryArtifactStore store = new InMemoryArtifactStore(scratch);
    new Manifests(store).record(KEY, manifest(Sha256.of(TABLE), Instant.EPOCH));

    assertEquals(Optional.empty(), new Manifests(store).find(KEY));
  }

  @Test
  void readsWhatWasRecordedThoughItsOutputIsMissing() throws IOException {
    InMemoryArtifactStore store = new InMemoryArtifactStore(scratch);
    Manifest manifest = manifest(Sha256.of(TABLE), Instant.EPOCH);
    new Manifests(store).record(KEY, manifest);

    assertEquals(Optional.of(manifest), new Manifests(store).read(KEY));
  }

  @Test
  void findsNothingWhoseOutputIsDamaged() throws IOException {
    InMemoryArtifactStore store = new InMemoryArtifactStore(scratch);
    new Manifests(store).record(KEY, manifest(store.put(TABLE), Instant.EPOCH));
    store.damage(Sha256.of(TABLE), "tablf".getBytes(UTF_8));

    assertEquals(Optional.empty(), new Manifests(store).find(KEY));
  }

  @Test
  void letsTheFirstOfTwoEqualRunsStand() throws IOException {
    InMemoryArtifactStore store = new InMemoryArtifactStore(scratch);
    Manifest first = manifest(store.put(TABLE), Instant.EPOCH);
    new Manifests(store).record(KEY, first);

    Manifest standing =
        new Manifests(store).record(KEY, manifest(Sha256.of(TABLE), Instant.EPOCH.plusSeconds(9)));

    assertEquals(first, standing);
  }

  @Test
  void replacesTheManifestOfArtifactsThatAreGone() throws IOException {
    InMemoryArtifactStore store = new InMemoryArtifactStore(scratch);
    new Manifests(store).record(KEY, manifest(Sha256.of(new byte[0]), Instant.EPOCH));
    Manifest again = manifest(store.put(TABLE), Instant.EPOCH.plusSeconds(9));

    assertEquals(again, new Manifests(store).record(KEY, again));

    assertEquals(Optional.of(again), new Manifests(store).find(KEY));
  }

  private static Manifest manifest(Sha256 output, Instant at) {
    return new Manifest(
        "features",
        "credit-risk",
        Map.of("rows", Sha256.of(new byte[] {1})),
        Map.of(
            "training", new Manifest.Output(output, 5, OptionalLong.of(2), "application/x-table")),
        Map.of("rows", "2"),
        Map.of("as-of", "event", "limits", List.of(1, 0.5)),
        OptionalLong.of(7),
        "sha256:0",
        "25.0.1",
        "amd64",
        OptionalLong.of(2),
        1.25,
        at);
  }
}
