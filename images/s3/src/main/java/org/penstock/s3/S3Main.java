package org.penstock.s3;

import java.net.URI;
import java.nio.file.Files;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** The process of the server: answers until it is told to stop. */
public final class S3Main {

  private static final int CONFIGURATION = 78;

  private S3Main() {}

  /** Runs until SIGTERM; exits with 78 if a setting is missing. */
  public static void main(String[] arguments) throws Exception {
    try {
      S3Settings settings = S3Settings.of(System.getenv());
      S3Proxy server = start(settings);
      System.out.printf("Serving %s at port %d%n", settings.buckets(), server.getPort());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(CONFIGURATION);
    }
  }

  /** Starts a server and makes the buckets that are not there. */
  static S3Proxy start(S3Settings settings) throws Exception {
    Files.createDirectories(settings.directory());
    var objects = new FilesystemNio2BlobStore(settings.directory().toString());
    settings.buckets().forEach(objects::createContainer);
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(objects)
            .endpoint(URI.create("http://%s:%d".formatted(settings.host(), settings.port())))
            .awsAuthentication(
                AuthenticationType.AWS_V4, settings.accessKey(), settings.secretKey())
            .build();
    server.start();
    return server;
  }
}
