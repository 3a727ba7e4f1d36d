package org.penstock.artifact.s3;

import com.amazonaws.AbortedException;
import com.amazonaws.AmazonServiceException;
import com.amazonaws.SdkClientException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import org.penstock.artifact.InvalidStoreException;
import org.penstock.artifact.NoCredentialsException;

/** Says what an exception of the SDK means for the user of a store. */
final class S3Failure {

  private final S3Location location;
  private final String server;

  /**
   * @param server how messages name the server
   */
  S3Failure(S3Location location, String server) {
    this.location = location;
    this.server = server;
  }

  /**
   * Returns the exception to throw if trying again may help.
   *
   * @param work in words, e.g. {@code "write runs/1.json"}
   * @throws InvalidStoreException if the set-up has to change first
   */
  IOException of(String work, SdkClientException failure) {
    return switch (failure) {
      case AmazonServiceException answer -> ofAnswer(work, answer);
      case AbortedException aborted -> {
        InterruptedIOException interrupted =
            new InterruptedIOException("Interrupted: could not " + work);
        interrupted.initCause(aborted);
        yield interrupted;
      }
      default -> ofClient(work, failure);
    };
  }

  private IOException ofAnswer(String work, AmazonServiceException answer) {
    String code = answer.getErrorCode() == null ? "" : answer.getErrorCode();
    String what = "Could not %s in %s at %s".formatted(work, location, server);
    return switch (code) {
      case "NoSuchBucket" ->
          throw new InvalidStoreException(
              "There is no bucket '%s' at %s; create it or correct the location"
                  .formatted(location.bucket(), server),
              answer);
      case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken" ->
          throw new InvalidStoreException(
              "%s: the credentials are not accepted (%s)".formatted(what, code), answer);
      case "RequestTimeTooSkewed" ->
          throw new InvalidStoreException(what + ": the clock of this machine is wrong", answer);
      case "PermanentRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException" ->
          throw new InvalidStoreException(
              what + ": the bucket is in another region; set AWS_REGION", answer);
      case "NotImplemented" ->
          throw new InvalidStoreException(what + ": the server cannot do that", answer);
      default -> ofStatus(what, answer);
    };
  }

  private static IOException ofStatus(String what, AmazonServiceException answer) {
    return switch (answer.getStatusCode()) {
      case 401, 403 ->
          throw new InvalidStoreException(
              "%s: the credentials do not allow it; they need s3:GetObject, s3:PutObject and s3:ListBucket"
                  .formatted(what),
              answer);
      default -> new IOException("%s: %s".formatted(what, answer.getMessage()), answer);
    };
  }

  private IOException ofClient(String work, SdkClientException failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    if (message.contains("Unable to load AWS credentials")) {
      throw new NoCredentialsException(
          "There are no credentials for %s: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile"
              .formatted(location),
          failure);
    }

    if (message.contains("Unable to verify integrity")) {
      return new IOException(
          "Could not %s in %s: %s did not send the bytes that it says it has; the object is damaged if that stays so"
              .formatted(work, location, server),
          failure);
    }

    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new IOException(
        "Could not %s in %s: %s does not answer (%s)".formatted(work, location, server, why(cause)),
        failure);
  }

  /** The JDK says of a host that no name server knows nothing but its name. */
  private static String why(Throwable cause) {
    return cause instanceof UnknownHostException
        ? "unknown host " + cause.getMessage()
        : cause.getMessage();
  }
}
