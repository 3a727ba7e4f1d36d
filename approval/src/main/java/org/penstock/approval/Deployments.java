package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
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

  /**
   * Stores {@code deployment} and lets servers load it, unless it is being served already or
   * somebody deploys at the same time.
   *
   * @return the digest of the deployment being served; empty if somebody else was first
   */
  public Optional<Sha256> deploy(Deployment deployment) throws IOException {
    String project = deployment.subject().project();
    Aliases aliases = new Aliases(store);
    Optional<Alias> served = aliases.read(project, Deployment.ALIAS);
    if (served.isPresent() && isServedAs(served.get().digest(), deployment)) {
      return served.map(Alias::digest);
    }

    Sha256 digest = store.put(deployment.toBytes());
    return aliases.move(project, Deployment.ALIAS, served, digest, deployment.at())
        ? Optional.of(digest)
        : Optional.empty();
  }

  /**
   * A deployment that is damaged or gone serves nothing, and must not be in the way of the next.
   */
  private boolean isServedAs(Sha256 digest, Deployment deployment) throws IOException {
    try {
      return load(digest).servesSameAs(deployment);
    } catch (InvalidArtifactException e) {
      return false;
    }
  }
}
