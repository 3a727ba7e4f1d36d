package org.penstock.artifact.s3;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.auth.AWSCredentialsProvider;
import com.amazonaws.auth.DefaultAWSCredentialsProviderChain;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.regions.AwsEnvVarOverrideRegionProvider;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.penstock.artifact.InvalidStoreException;

/** Makes clients of S3. */
final class S3Clients {

  private static final String DEFAULT_REGION = "us-east-1";
  private static final int CONNECTION_TIMEOUT_MS = 5_000;
  private static final int MAX_RETRIES = 3;

  /** Kept, since a logger that nobody holds forgets its level. */
  private static final Logger BASE64 = Logger.getLogger("com.amazonaws.util.Base64");

  static {
    // Version 1 of the SDK is a choice of this project, and known to be out of support; it would
    // say so on standard error at every start, and that it misses a class that JDK 11 removed.
    System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
    BASE64.setLevel(Level.SEVERE);
  }

  private S3Clients() {}

  /** Returns what finds credentials in the environment, in profiles, or from the machine. */
  static AWSCredentialsProvider credentials() {
    return DefaultAWSCredentialsProviderChain.getInstance();
  }

  /**
   * @param endpoint of a server other than Amazon's, which is addressed by path since its buckets
   *     have no names in DNS
   */
  static AmazonS3 connect(Optional<URI> endpoint, AWSCredentialsProvider credentials) {
    AmazonS3ClientBuilder builder =
        AmazonS3ClientBuilder.standard()
            .withCredentials(credentials)
            .withClientConfiguration(
                new ClientConfiguration()
                    .withConnectionTimeout(CONNECTION_TIMEOUT_MS)
                    .withMaxErrorRetry(MAX_RETRIES));
    String region =
        Optional.ofNullable(new AwsEnvVarOverrideRegionProvider().getRegion())
            .orElse(DEFAULT_REGION);
    if (endpoint.isEmpty()) {
      return builder.withRegion(region).withForceGlobalBucketAccessEnabled(true).build();
    }

    URI uri = endpoint.get();
    if (uri.getHost() == null
        || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      throw new InvalidStoreException(
          "'%s' is no S3 endpoint; it is written http://host:port or https://host".formatted(uri));
    }

    return builder
        .withEndpointConfiguration(new EndpointConfiguration(uri.toString(), region))
        .withPathStyleAccessEnabled(true)
        .build();
  }
}
