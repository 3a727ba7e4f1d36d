package org.penstock.cluster;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

/**
 * Why the API server did not do what was asked, for whoever has to mend it.
 *
 * @param question what was asked
 * @param config how it was reached
 * @param cause as the client tells it
 */
record Refusal(Api.Question question, Config config, KubernetesClientException cause) {

  /** What the server says until it has counted what a quota counts for the first time. */
  private static final String NOT_COUNTED = "status unknown for quota";

  private static final Pattern USER = Pattern.compile("User \"([^\"]+)\"");

  /** Returns what to throw; throws what may pass. */
  StepFailure failure() throws IOException {
    if (cause.getCode() <= 0) {
      throw unreachable(network());
    }
    return switch (cause.getCode()) {
      case 408, 429, 500, 502, 503, 504 -> throw unreachable(said());
      case 401 ->
          failure(
              ExitCode.CONFIG,
              "The API server %s does not know who asks: the credentials of %s are wrong or have expired"
                  .formatted(config.getMasterUrl(), source()));
      case 403 -> forbidden();
      case 404 -> missing();
      default ->
          failure(ExitCode.CONFIG, "The API server refused to %s: %s".formatted(question, said()));
    };
  }

  private IOException unreachable(String reason) {
    return new IOException(
        "The API server %s did not answer when asked to %s: %s"
            .formatted(config.getMasterUrl(), question, reason),
        cause);
  }

  /** A role that is missing and a quota that is used up are told apart by what the server says. */
  private StepFailure forbidden() throws IOException {
    if (said().contains(NOT_COUNTED)) {
      throw new IOException(
          "The cluster has not counted yet what the quotas of the namespace '%s' count, which takes up to five minutes after they are new: %s"
              .formatted(question.namespace(), said()),
          cause);
    }

    Matcher user = USER.matcher(said());
    return user.find()
        ? failure(
            ExitCode.CONFIG,
            "'%s' may not %s %s%s in the namespace '%s': a Role has to allow it, see docs/cluster.md"
                .formatted(
                    user.group(1),
                    question.verb(),
                    question.kind().resource(),
                    question.name().isEmpty() ? "" : " '%s'".formatted(question.name()),
                    question.namespace()))
        : failure(ExitCode.CONFIG, "The API server refused to %s: %s".formatted(question, said()));
  }

  /** What the server does not know as a kind it answers without details. */
  private StepFailure missing() {
    boolean kindIsKnown =
        Optional.ofNullable(cause.getStatus())
            .map(Status::getDetails)
            .filter(details -> details.getName() != null || details.getKind() != null)
            .isPresent();
    return kindIsKnown
        ? failure(
            ExitCode.INPUT,
            "There is no %s '%s' in the namespace '%s'"
                .formatted(question.kind().word(), question.name(), question.namespace()))
        : failure(
            ExitCode.CONFIG,
            "The cluster at %s has no %s: Argo Workflows is not installed there, see docs/cluster.md"
                .formatted(config.getMasterUrl(), question.kind().resource()));
  }

  private String source() {
    return config.getFile() == null ? "this pod" : config.getFile().toString();
  }

  /** Returns the server's own words, without those of the client around them. */
  private String said() {
    return Optional.ofNullable(cause.getStatus())
        .map(Status::getMessage)
        .map(message -> message.replaceFirst("^.* Message: (.*)\\. Received status: .*$", "$1"))
        .or(() -> Optional.ofNullable(cause.getMessage()))
        .orElse(cause.toString());
  }

  /** The JDK's client says of most failures of a network only by their type what they are. */
  private String network() {
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      switch (inner) {
        case UnresolvedAddressException _ -> {
          return "unknown host " + URI.create(config.getMasterUrl()).getHost();
        }
        case HttpTimeoutException _ -> {
          return "no answer in time";
        }
        case ConnectException e when e.getMessage() == null && e.getCause() == null -> {
          return "connection refused";
        }
        case ClosedChannelException _ -> {
          return "connection refused";
        }
        case SSLException e -> {
          return e.getMessage();
        }
        default -> {}
      }
    }
    return cause.getCause() == null ? said() : cause.getCause().toString();
  }

  private StepFailure failure(ExitCode code, String sentence) {
    return new StepFailure(code, sentence, cause);
  }
}
