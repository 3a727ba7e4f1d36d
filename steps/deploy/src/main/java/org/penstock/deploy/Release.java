package org.penstock.deploy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.penstock.approval.Deployment;
import org.penstock.approval.Deployments;
import org.penstock.artifact.Sha256;
import org.penstock.cluster.Rollout;
import org.penstock.cluster.Servers;
import org.penstock.cluster.ServersState;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

/**
 * Lets the servers of a cluster serve a deployment: tells them, waits until all do, asks them, and
 * only then moves the alias {@code production}. If any of that fails they are told to serve again
 * what they served before; the alias has not moved.
 *
 * <p>Cut off at any point, it leaves a cluster that still serves, and doing it again finishes: what
 * the servers are told and what they were told before stands in one change of their Deployment.
 */
public final class Release {

  private final Deployments deployments;
  private final Servers servers;
  private final Rollout rollout;
  private final Check check;
  private final Duration timeout;

  /** Asks servers what they serve. */
  @FunctionalInterface
  public interface Check {

    /** Returns why they do not serve {@code deployment} as they should, in sentences. */
    List<String> problems(Sha256 deployment) throws IOException, InterruptedException;
  }

  /**
   * @param timeout how long all new servers may take to be available
   */
  public Release(
      Deployments deployments, Servers servers, Rollout rollout, Check check, Duration timeout) {
    this.deployments = requireNonNull(deployments, "deployments");
    this.servers = requireNonNull(servers, "servers");
    this.rollout = requireNonNull(rollout, "rollout");
    this.check = requireNonNull(check, "check");
    this.timeout = requireNonNull(timeout, "timeout");
  }

  /**
   * Releases {@code wanted}, or the deployment that serves the same and was released before.
   *
   * @return the digest of the deployment that is served now
   * @throws StepFailure if the servers do not serve it, or may not be told to
   * @throws IOException if the API server or the store does not answer; the message says what
   *     stands
   */
  public Sha256 deploy(Deployment wanted) throws IOException, InterruptedException {
    ServersState before = servers();
    List<Sha256> history = deployments.history(wanted.subject().project());
    Sha256 digest =
        deployments.put(
            wanted,
            Stream.concat(
                    before.deployment().flatMap(Release::digest).stream(), last(history).stream())
                .toList());
    roll(digest, wanted.subject().project(), wanted.at(), before);
    return digest;
  }

  /**
   * Releases the deployment with {@code digest}, which is stored already.
   *
   * @throws StepFailure if the servers do not serve it, or may not be told to
   * @throws IOException if the API server or the store does not answer
   */
  public void deployAgain(Sha256 digest, Deployment deployment, Instant at)
      throws IOException, InterruptedException {
    roll(digest, deployment.subject().project(), at, servers());
  }

  private ServersState servers() throws IOException {
    ServersState before = servers.state();
    if (before.wanted() == 0) {
      throw new StepFailure(
          ExitCode.CONFIG,
          "The Deployment that serves is scaled to 0, so nobody would answer",
          null);
    }
    return before;
  }

  private void roll(Sha256 digest, String project, Instant at, ServersState before)
      throws IOException, InterruptedException {
    Optional<Sha256> produced = last(deployments.history(project));
    Optional<String> told = Optional.of(digest.toString());
    boolean again = before.deployment().equals(told);
    Optional<String> previous = again ? before.previous() : before.deployment();
    if (!again) {
      servers.serve(told, previous);
    }
    try {
      List<String> problems = rollout.await(told, timeout);
      if (problems.isEmpty()) {
        problems = check.problems(digest);
      }
      if (!problems.isEmpty()) {
        throw again && produced.equals(Optional.of(digest))
            ? unwell(digest, problems)
            : undone(digest, previous, produced, problems);
      }
    } catch (IOException e) {
      throw new IOException(
          "%s. The servers were told to serve %s, the alias production names %s; the same step, run again, finishes this"
              .formatted(e.getMessage(), digest, words(produced)),
          e);
    }
    if (!deployments.release(project, digest, at)) {
      throw raced(project);
    }
  }

  /** Returns what to say when somebody else moved the alias first. */
  public static IOException raced(String project) {
    return new IOException("Somebody else deployed %s at the same time".formatted(project));
  }

  /** What was served well before is not taken back: what is wrong now is wrong with the cluster. */
  private static StepFailure unwell(Sha256 digest, List<String> problems) {
    List<String> sentences = new ArrayList<>(problems);
    sentences.add("The servers keep %s, which they have served before.".formatted(digest));
    return new StepFailure(ExitCode.TEMPORARY, sentences);
  }

  private StepFailure undone(
      Sha256 digest, Optional<String> previous, Optional<Sha256> produced, List<String> problems)
      throws IOException, InterruptedException {
    List<String> sentences = new ArrayList<>();
    sentences.add("The servers do not serve %s.".formatted(digest));
    sentences.addAll(problems);
    if (!servers.state().deployment().equals(Optional.of(digest.toString()))) {
      return new StepFailure(ExitCode.CONFIG, sentences);
    }

    servers.serve(previous, Optional.empty());
    if (previous.isEmpty() && produced.isEmpty()) {
      sentences.add("Nothing was served before, and nothing is served now.");
      return new StepFailure(ExitCode.CONFIG, sentences);
    }
    List<String> back = rollout.await(previous, timeout);
    sentences.add(
        "They were told to serve %s again%s"
            .formatted(
                previous.orElseGet(() -> words(produced)), back.isEmpty() ? ", and do." : ":"));
    sentences.addAll(back);
    return new StepFailure(ExitCode.CONFIG, sentences);
  }

  private static String words(Optional<Sha256> digest) {
    return digest.map(Sha256::toString).orElse("nothing yet");
  }

  private static Optional<Sha256> last(List<Sha256> history) {
    return history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
  }

  /** Somebody may have typed anything into an annotation. */
  private static Optional<Sha256> digest(String text) {
    try {
      return Optional.of(Sha256.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
