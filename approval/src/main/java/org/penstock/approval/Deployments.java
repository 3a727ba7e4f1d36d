package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.penstock.artifact.Alias;
import org.penstock.artifact.Aliases;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.InvalidArtifactException;
import org.penstock.artifact.Sha256;

/** The deployments of a store, and which of them is being served. */
public final class Deployments {

  private final ArtifactStore store;

  public Deployments(ArtifactStore store) {
    this.store = requireNonNull(store, "store");
  }

  /** Returns the deployment that servers of {@code project} load, if anything was deployed. */
  public Optional<Deployment> current(String project) throws IOException {
    Optional<Alias> alias = new Aliases(store).read(project, Deployment.ALIAS);
    return alias.isEmpty() ? Optional.empty() : Optional.of(load(alias.get().digest()));
  }

  /**
   * Returns the deployment with {@code digest}.
   *
   * @throws IllegalArgumentException if that artifact is something else
   */
  public Deployment load(Sha256 digest) throws IOException {
    return Deployment.parse(Files.readAllBytes(store.fetch(digest)));
  }

  /** Returns what servers of {@code project} were let load, oldest first. */
  public List<Sha256> history(String project) throws IOException {
    return new Aliases(store)
        .history(project, Deployment.ALIAS).stream().map(Alias::digest).toList();
  }

  /**
   * Stores {@code deployment} and lets servers load it, unless it is being served already or
   * somebody deploys at the same time.
   *
   * @return the digest of the deployment being served; empty if somebody else was first
   */
  public Optional<Sha256> deploy(Deployment deployment) throws IOException {
    String project = deployment.subject().project();
    Optional<Alias> served = new Aliases(store).read(project, Deployment.ALIAS);
    Sha256 digest = put(deployment, served.stream().map(Alias::digest).toList());
    return move(project, served, digest, deployment.at()) ? Optional.of(digest) : Optional.empty();
  }

  /**
   * Stores {@code deployment} without letting anybody load it, unless one of {@code earlier} serves
   * the same already.
   *
   * @param earlier deployments; one that is damaged or gone is none
   * @return the digest of the deployment to load
   */
  public Sha256 put(Deployment deployment, List<Sha256> earlier) throws IOException {
    for (Sha256 digest : earlier) {
      if (isServedAs(digest, deployment)) {
        return digest;
      }
    }
    return store.put(deployment.toBytes());
  }

  /**
   * Lets servers load a deployment that is stored, unless they do already.
   *
   * @return false, and nothing changed, if somebody deploys at the same time
   */
  public boolean release(String project, Sha256 digest, Instant at) throws IOException {
    return move(project, new Aliases(store).read(project, Deployment.ALIAS), digest, at);
  }

  private boolean move(String project, Optional<Alias> served, Sha256 digest, Instant at)
      throws IOException {
    return served.filter(alias -> alias.digest().equals(digest)).isPresent()
        || new Aliases(store).move(project, Deployment.ALIAS, served, digest, at);
  }

  /**
   * A deployment that is damaged or gone serves nothing, and must not be in the way of the next.
   */
  private boolean isServedAs(Sha256 digest, Deployment deployment) throws IOException {
    try {
      return load(digest).servesSameAs(deployment);
    } catch (InvalidArtifactException | IllegalArgumentException e) {
      return false;
    }
  }
}
