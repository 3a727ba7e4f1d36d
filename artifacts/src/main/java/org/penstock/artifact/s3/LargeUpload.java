package org.penstock.artifact.s3;

import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.model.PutObjectRequest;
import com.amazonaws.services.s3.transfer.TransferManager;
import com.amazonaws.services.s3.transfer.TransferManagerBuilder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes files, large ones in parts. The object appears when the last part is there; parts of a
 * killed upload are not visible, and the bucket's lifecycle rules remove them.
 *
 * @param thresholdBytes from this size on, in parts
 * @param partBytes size of a part; S3 wants 5 MiB at least
 */
record LargeUpload(long thresholdBytes, long partBytes) {

  private static final long MIB = 1 << 20;

  /** Parts of 16 MiB from 64 MiB on. */
  static final LargeUpload USUAL = new LargeUpload(64 * MIB, 16 * MIB);

  void put(AmazonS3 client, String bucket, String key, Path file) throws IOException {
    PutObjectRequest request = new PutObjectRequest(bucket, key, file.toFile());
    if (Files.size(file) < thresholdBytes) {
      client.putObject(request);
      return;
    }

    TransferManager transfers =
        TransferManagerBuilder.standard()
            .withS3Client(client)
            .withMultipartUploadThreshold(thresholdBytes)
            .withMinimumUploadPartSize(partBytes)
            .build();
    try {
      transfers.upload(request).waitForCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while uploading " + file);
    } finally {
      transfers.shutdownNow(false);
    }
  }
}
