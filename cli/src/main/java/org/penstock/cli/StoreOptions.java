package org.penstock.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Stores;
import picocli.CommandLine.Option;

/** Where artifacts lie, as every command takes it. */
final class StoreOptions {

  private static final String USUAL = ".penstock/store";

  @Option(
      names = "--store",
      paramLabel = "PLACE",
      defaultValue = "${env:PENSTOCK_STORE:-" + USUAL + "}",
      description = "A directory, or s3://bucket/prefix (default: ${DEFAULT-VALUE}).")
  String location = "";

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      defaultValue = "${env:PENSTOCK_S3_ENDPOINT}",
      description = "Where S3 answers, if it is not AWS.")
  URI endpoint;

  Optional<URI> s3Endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /**
   * Returns the options as they are typed after another command, or nothing where that finds the
   * same store without.
   */
  String typed(Map<String, String> environment) {
    StringBuilder typed = new StringBuilder();
    if (!location.equals(environment.getOrDefault("PENSTOCK_STORE", USUAL))) {
      typed.append(" --store ").append(location);
    }
    s3Endpoint()
        .map(URI::toString)
        .filter(uri -> !uri.equals(environment.get("PENSTOCK_S3_ENDPOINT")))
        .ifPresent(uri -> typed.append(" --s3-endpoint ").append(uri));
    return typed.toString();
  }

  ArtifactStore open() throws IOException {
    return Stores.open(location, s3Endpoint());
  }
}
