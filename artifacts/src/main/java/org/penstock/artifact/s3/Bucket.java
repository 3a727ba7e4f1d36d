package org.penstock.artifact.s3;

import com.amazonaws.SdkClientException;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.model.AmazonS3Exception;
import com.amazonaws.services.s3.model.ListObjectsV2Request;
import com.amazonaws.services.s3.model.ListObjectsV2Result;
import com.amazonaws.services.s3.model.ObjectMetadata;
import com.amazonaws.services.s3.model.PutObjectRequest;
import com.amazonaws.services.s3.model.S3Object;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.penstock.artifact.Document;

/** The calls to S3 that a store makes, with the SDK's exceptions taken apart. */
final class Bucket {

  /**
   * Metadata that names the call that wrote a document. The SDK repeats a call whose answer got
   * lost, and the repetition of a conditional write that succeeded fails: this tells the two apart.
   */
  private static final String WRITER = "penstock-writer";

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final AmazonS3 client;
  private final S3Location location;
  private final S3Failure failures;
  private final LargeUpload largeUpload;

  Bucket(AmazonS3 client, S3Location location, S3Failure failures, LargeUpload largeUpload) {
    this.client = client;
    this.location = location;
    this.failures = failures;
    this.largeUpload = largeUpload;
  }

  S3Location location() {
    return location;
  }

  /** Returns the metadata of an object, if there is one. */
  Optional<ObjectMetadata> head(String name) throws IOException {
    return found(
        "look up " + name, () -> client.getObjectMetadata(location.bucket(), location.key(name)));
  }

  /** What is made of an object that is read. */
  interface Reading<T> {

    T of(S3Object object) throws IOException;
  }

  /** Reads an object, if there is one; the SDK fails at its end if the bytes are not those sent. */
  <T> Optional<T> read(String name, Reading<T> reading) throws IOException {
    String work = "read " + name;
    Optional<S3Object> found =
        found(work, () -> client.getObject(location.bucket(), location.key(name)));
    if (found.isEmpty()) {
      return Optional.empty();
    }

    try (S3Object object = found.get()) {
      return Optional.of(reading.of(object));
    } catch (SdkClientException e) {
      throw failures.of(work, e);
    }
  }

  /** Reads a small object, if there is one. */
  Optional<Document> read(String name) throws IOException {
    return read(
        name,
        object ->
            new Document(
                object.getObjectContent().readAllBytes(), object.getObjectMetadata().getETag()));
  }

  /** Writes an object, whatever is there. */
  void write(String name, byte[] content) throws IOException {
    called("write " + name, () -> client.putObject(request(name, content)));
  }

  /** Writes an object, whatever is there; a large one in parts. */
  void write(String name, Path file) throws IOException {
    try {
      largeUpload.put(client, location.bucket(), location.key(name), file);
    } catch (SdkClientException e) {
      throw failures.of("write " + name, e);
    }
  }

  /** Writes an object unless there is one; returns whether this call wrote it. */
  boolean create(String name, byte[] content) throws IOException {
    return write(name, content, "If-None-Match", "*");
  }

  /** Writes an object in place of {@code version}; returns whether this call wrote it. */
  boolean replace(String name, byte[] content, String version) throws IOException {
    return write(name, content, "If-Match", '"' + version + '"');
  }

  /** Deletes an object; that this may be forbidden is no failure. */
  void deleteIfAllowed(String name) {
    try {
      client.deleteObject(location.bucket(), location.key(name));
    } catch (SdkClientException e) {
      return; // a bucket that is only appended to; what stays is small
    }
  }

  /** Returns the names of all objects that begin with {@code prefix}, in the order of S3. */
  List<String> names(String prefix) throws IOException {
    ListObjectsV2Request request =
        new ListObjectsV2Request()
            .withBucketName(location.bucket())
            .withPrefix(location.key(prefix));
    List<String> names = new ArrayList<>();
    while (true) {
      ListObjectsV2Result page = called("list " + prefix, () -> client.listObjectsV2(request));
      page.getObjectSummaries()
          .forEach(object -> names.add(object.getKey().substring(location.prefix().length())));
      if (!page.isTruncated()) {
        return names;
      }

      request.setContinuationToken(page.getNextContinuationToken());
    }
  }

  private boolean write(String name, byte[] content, String condition, String value)
      throws IOException {
    PutObjectRequest request = request(name, content);
    String writer = UUID.randomUUID().toString();
    request.getMetadata().addUserMetadata(WRITER, writer);
    request.putCustomRequestHeader(condition, value);
    try {
      client.putObject(request);
      return true;
    } catch (AmazonS3Exception e) {
      if (e.getStatusCode() == PRECONDITION_FAILED) {
        return wasWrittenBy(writer, name);
      }

      if (e.getStatusCode() == CONFLICT || isAbsence(e)) {
        return false;
      }

      throw failures.of("write " + name, e);
    } catch (SdkClientException e) {
      throw failures.of("write " + name, e);
    }
  }

  private boolean wasWrittenBy(String writer, String name) throws IOException {
    return head(name).filter(found -> writer.equals(found.getUserMetaDataOf(WRITER))).isPresent();
  }

  private PutObjectRequest request(String name, byte[] content) {
    ObjectMetadata metadata = new ObjectMetadata();
    metadata.setContentLength(content.length);
    return new PutObjectRequest(
        location.bucket(), location.key(name), new ByteArrayInputStream(content), metadata);
  }

  private <T> Optional<T> found(String work, Supplier<T> call) throws IOException {
    try {
      return Optional.of(call.get());
    } catch (AmazonS3Exception e) {
      if (isAbsence(e)) {
        return Optional.empty();
      }

      throw failures.of(work, e);
    } catch (SdkClientException e) {
      throw failures.of(work, e);
    }
  }

  private static boolean isAbsence(AmazonS3Exception e) {
    return e.getStatusCode() == NOT_FOUND && !"NoSuchBucket".equals(e.getErrorCode());
  }

  private <T> T called(String work, Supplier<T> call) throws IOException {
    try {
      return call.get();
    } catch (SdkClientException e) {
      throw failures.of(work, e);
    }
  }
}
