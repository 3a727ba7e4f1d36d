package org.penstock.artifact.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.s3.AmazonS3;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Document;
import org.penstock.artifact.DocumentName;
import org.penstock.artifact.InvalidStoreException;
import org.penstock.artifact.Sha256;

/** What a store makes of a server that breaks its promises. */
final class S3PromisesTest {

  @TempDir private Path cache;

  @Test
  void refusesAServerThatLetsTwoRacingCreatorsWin() throws Exception {
    try (LocalS3 server = LocalS3.start(new UnreliableObjects.LettingAllCreatorsWin())) {
      server.createBucket("bucket");

      var thrown = assertThrows(InvalidStoreException.class, () -> open(server));

      assertEquals(
          "s3://bucket/store/ cannot hold a store: of 4 writers that race to create one object, 4"
              + " win, so two runs could both believe to be first",
          thrown.getMessage());
    }
  }

  @Test
  void triesAServerOnceAndLeavesNothingBehind() throws Exception {
    try (LocalS3 server = LocalS3.start()) {
      server.createBucket("bucket");
      ArtifactStore store = open(server);
      AmazonS3 client = S3Clients.connect(Optional.of(server.endpoint()), LocalS3.credentials());

      assertEquals(
          "store/.conditional-writes",
          client.listObjectsV2("bucket").getObjectSummaries().getFirst().getKey());
      assertEquals(1, client.listObjectsV2("bucket").getKeyCount());
      String marker = client.getObjectMetadata("bucket", "store/.conditional-writes").getETag();
      var written =
          client.getObjectMetadata("bucket", "store/.conditional-writes").getLastModified();

      open(server);

      assertEquals(
          written,
          client.getObjectMetadata("bucket", "store/.conditional-writes").getLastModified());
      assertFalse(marker.isEmpty());
      assertTrue(store.names("").isEmpty(), "the marker is no document");
    }
  }

  @Test
  void knowsItsOwnCreationWhenTheAnswerGotLost() throws Exception {
    UnreliableObjects.LosingAnswers objects = new UnreliableObjects.LosingAnswers();
    try (LocalS3 server = LocalS3.start(objects)) {
      server.createBucket("bucket");
      ArtifactStore store = open(server);
      objects.loseAnswers(1);

      assertTrue(store.create("runs/1", "mine".getBytes(UTF_8)));
      assertFalse(store.create("runs/1", "mine".getBytes(UTF_8)));
    }
  }

  @Test
  void knowsItsOwnReplacementWhenTheAnswerGotLost() throws Exception {
    UnreliableObjects.LosingAnswers objects = new UnreliableObjects.LosingAnswers();
    try (LocalS3 server = LocalS3.start(objects)) {
      server.createBucket("bucket");
      ArtifactStore store = open(server);
      store.create("runs/1", "first".getBytes(UTF_8));
      Document first = store.read("runs/1").orElseThrow();
      objects.loseAnswers(1);

      assertTrue(store.replace("runs/1", "second".getBytes(UTF_8), first.version()));
      assertFalse(store.replace("runs/1", "third".getBytes(UTF_8), first.version()));
    }
  }

  @Test
  void saysThatAnObjectIsNotWhatItWas() throws Exception {
    try (LocalS3 server = LocalS3.start(new UnreliableObjects.Rotten("store/blobs/"))) {
      server.createBucket("bucket");
      Sha256 digest = open(server, cache.resolve("first")).put("sound".getBytes(UTF_8));
      ArtifactStore elsewhere = open(server, cache.resolve("second"));

      IOException thrown = assertThrows(IOException.class, () -> elsewhere.fetch(digest));

      assertEquals(
          "Could not read %s in s3://bucket/store/: %s did not send the bytes that it says it has; the object is damaged if that stays so"
              .formatted(DocumentName.ofArtifact(digest), server.endpoint()),
          thrown.getMessage());
    }
  }

  private ArtifactStore open(LocalS3 server) throws IOException {
    return open(server, cache);
  }

  private static ArtifactStore open(LocalS3 server, Path cache) throws IOException {
    return S3ArtifactStore.open(
        "s3://bucket/store",
        Optional.of(server.endpoint()),
        cache,
        LocalS3.credentials(),
        LargeUpload.USUAL);
  }
}
