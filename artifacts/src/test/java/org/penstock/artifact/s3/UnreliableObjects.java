package org.penstock.artifact.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects of servers that break a promise of S3. */
final class UnreliableObjects {

  private UnreliableObjects() {}

  /** Looks whether an object exists, and forgets it by the time it writes. */
  static final class LettingAllCreatorsWin extends ForwardingBlobStore {

    private final CyclicBarrier allHaveLooked = new CyclicBarrier(4);

    LettingAllCreatorsWin() {
      super(new TransientNio2BlobStore());
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
      if (!request.key().matches(".*/\\.probe-.*-\\d\\.race")) {
        return super.putBlob(request, content);
      }

      await();
      return super.putBlob(request.toBuilder().ifNoneMatch(null).build(), content);
    }

    private void await() {
      try {
        allHaveLooked.await(5, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Writes the first {@code count} documents and fails to say so. */
  static final class LosingAnswers extends ForwardingBlobStore {

    private final AtomicInteger answersToLose = new AtomicInteger();

    LosingAnswers() {
      super(new TransientNio2BlobStore());
    }

    void loseAnswers(int count) {
      answersToLose.set(count);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
      PutObjectResponse response = super.putBlob(request, content);
      if (answersToLose.getAndDecrement() > 0) {
        throw S3Exception.builder().statusCode(500).message("The answer got lost").build();
      }

      return response;
    }
  }

  /** Has lost a bit of each object whose name begins so, and does not know. */
  static final class Rotten extends ForwardingBlobStore {

    private final String prefix;

    Rotten(String prefix) {
      super(new TransientNio2BlobStore());
      this.prefix = prefix;
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
      ResponseInputStream<GetObjectResponse> sound = super.getBlob(request);
      if (!request.key().startsWith(prefix)) {
        return sound;
      }

      try {
        byte[] content = sound.readAllBytes();
        content[0] ^= 1;
        return new ResponseInputStream<>(sound.response(), new ByteArrayInputStream(content));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
