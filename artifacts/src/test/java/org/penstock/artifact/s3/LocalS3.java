package org.penstock.artifact.s3;

import com.amazonaws.auth.AWSCredentialsProvider;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/**
 * A real S3 server in this process, on the loopback interface, that keeps its objects in memory.
 */
public final class LocalS3 implements AutoCloseable {

  /** The access key that the server accepts. */
  public static final String ACCESS_KEY = "local-identity";

  /** The secret key that the server accepts. */
  public static final String SECRET_KEY = "local-credential";

  private final BlobStore objects;
  private final S3Proxy server;

  private LocalS3(BlobStore objects, S3Proxy server) {
    this.objects = objects;
    this.server = server;
  }

  /** Starts a server on a free port. */
  public static LocalS3 start() throws Exception {
    return start(new TransientNio2BlobStore());
  }

  static LocalS3 start(BlobStore objects) throws Exception {
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(objects)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .stopTimeout(0)
            .build();
    server.start();
    return new LocalS3(objects, server);
  }

  /** Makes a bucket. */
  public void createBucket(String name) {
    objects.createContainer(name);
  }

  /** Returns where the server listens. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  static AWSCredentialsProvider credentials() {
    return new AWSStaticCredentialsProvider(new BasicAWSCredentials(ACCESS_KEY, SECRET_KEY));
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The S3 server of the test does not stop", e);
    }
  }
}
