package org.penstock.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Stores;
import picocli.CommandLine.Option;

/** Where artifacts lie, as every command takes it. */
final class StoreOptions {

  @Option(
      names = "--store",
      paramLabel = "PLACE",
      defaultValue = "${env:PENSTOCK_STORE:-.penstock/store}",
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

  ArtifactStore open() throws IOException {
    return Stores.open(location, s3Endpoint());
  }
}
