package org.penstock.artifact.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.SdkClientException;
import com.amazonaws.auth.AWSCredentials;
import com.amazonaws.auth.AWSCredentialsProvider;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.artifact.InvalidStoreException;
import org.penstock.artifact.Stores;

/** What a user reads when the set-up is wrong, and what is left for a retry. */
final class S3SetUpTest {

  private static LocalS3 server;

  @TempDir private Path cache;

  @BeforeAll
  static void start() throws Exception {
    server = LocalS3.start();
    server.createBucket("bucket");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void namesABucketThatIsNotThere() {
    var thrown =
        assertThrows(
            InvalidStoreException.class,
            () -> open("s3://elsewhere", server.endpoint(), LocalS3.credentials()));

    assertEquals(
        "There is no bucket 'elsewhere' at %s; create it or correct the location"
            .formatted(server.endpoint()),
        thrown.getMessage());
  }

  @Test
  void saysThatCredentialsAreNotAccepted() {
    AWSCredentialsProvider wrong =
        new AWSStaticCredentialsProvider(
            new BasicAWSCredentials(LocalS3.ACCESS_KEY, "another secret"));

    var thrown =
        assertThrows(
            InvalidStoreException.class, () -> open("s3://bucket", server.endpoint(), wrong));

    assertTrue(
        thrown.getMessage().endsWith("the credentials are not accepted (SignatureDoesNotMatch)"),
        thrown::getMessage);
  }

  @Test
  void saysThatThereAreNoCredentials() {
    AWSCredentialsProvider none =
        new AWSCredentialsProvider() {
          @Override
          public AWSCredentials getCredentials() {
            throw new SdkClientException("Unable to load AWS credentials from any provider");
          }

          @Override
          public void refresh() {}
        };

    var thrown =
        assertThrows(
            InvalidStoreException.class, () -> open("s3://bucket", server.endpoint(), none));

    assertEquals(
        "There are no credentials for s3://bucket/: set AWS_ACCESS_KEY_ID and"
            + " AWS_SECRET_ACCESS_KEY, or a profile",
        thrown.getMessage());
  }

  @Test
  void leavesAServerThatDoesNotAnswerForARetry() throws IOException {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }

    var thrown =
        assertThrows(IOException.class, () -> open("s3://bucket", nobody, LocalS3.credentials()));

    assertTrue(
        thrown
            .getMessage()
            .startsWith(
                "Could not read .conditional-writes in s3://bucket/: %s does not answer ("
                    .formatted(nobody)),
        thrown::getMessage);
  }

  @Test
  void saysThatNobodyKnowsTheHost() {
    URI unknown = URI.create("http://unknown.invalid:9000");

    var thrown =
        assertThrows(IOException.class, () -> open("s3://bucket", unknown, LocalS3.credentials()));

    assertTrue(
        thrown.getMessage().contains("does not answer (unknown host unknown.invalid"),
        thrown::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://", "s3:///prefix", "s3://b", "s3://bucket//x", "s3://bucket/a b"})
  void refusesALocationThatIsNone(String location) {
    var thrown =
        assertThrows(
            InvalidStoreException.class, () -> Stores.open(location, Optional.empty(), cache));

    assertEquals(
        "'%s' is no S3 location; it is written s3://bucket or s3://bucket/prefix"
            .formatted(location),
        thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:9000", "minio", "ftp://127.0.0.1"})
  void refusesAnEndpointThatIsNone(String endpoint) {
    var thrown =
        assertThrows(
            InvalidStoreException.class,
            () -> open("s3://bucket", URI.create(endpoint), LocalS3.credentials()));

    assertEquals(
        "'%s' is no S3 endpoint; it is written http://host:port or https://host"
            .formatted(endpoint),
        thrown.getMessage());
  }

  private void open(String location, URI endpoint, AWSCredentialsProvider credentials)
      throws IOException {
    S3ArtifactStore.open(location, Optional.of(endpoint), cache, credentials, LargeUpload.USUAL);
  }
}
