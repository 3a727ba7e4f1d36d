package org.penstock.serving.production;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penstock.approval.ApprovalLog;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.approval.Deployment;
import org.penstock.approval.Deployments;
import org.penstock.approval.Verification;
import org.penstock.artifact.Alias;
import org.penstock.artifact.Aliases;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.InvalidArtifactException;
import org.penstock.artifact.InvalidStoreException;
import org.penstock.artifact.Sha256;
import org.penstock.config.InvalidConfigException;
import org.penstock.config.RecordTree;
import org.penstock.config.RequestSettings;
import org.penstock.feature.FeatureTable;
import org.penstock.feature.FeatureTableException;
import org.penstock.feature.ModelProject;
import org.penstock.scoring.InvalidBundleException;
import org.penstock.scoring.ModelBundle;
import org.penstock.serving.forecast.Forecasts;
import org.penstock.serving.production.ServingException.Kind;
import org.penstock.serving.request.RequestSchema;

/**
 * Loads what the alias {@code production} of a project points at, and refuses what is not approved,
 * not whole, or not of one piece. Everything wrong is reported, not only the first thing.
 */
public final class ModelLoader {

  private final ModelProject project;
  private final ArtifactStore store;
  private final ApprovalVerifier verifier;

  /**
   * @param project whose model is served
   * @param verifier decides whose approval counts
   */
  public ModelLoader(ModelProject project, ArtifactStore store, ApprovalVerifier verifier) {
    this.project = requireNonNull(project, "project");
    this.store = requireNonNull(store, "store");
    this.verifier = requireNonNull(verifier, "verifier");
  }

  /**
   * Returns the digest of the deployment that is to be served now.
   *
   * @throws ServingException if nothing was deployed, or the storage does not answer
   */
  public Sha256 current() {
    return deployed().orElseThrow(this::nothingDeployed);
  }

  /**
   * Returns the digest of the deployment that is to be served now, if anything was deployed.
   *
   * @throws ServingException if the storage does not answer, or is not usable as it is set up
   */
  public Optional<Sha256> deployed() {
    try {
      return new Aliases(store).read(project.name(), Deployment.ALIAS).map(Alias::digest);
    } catch (IOException e) {
      throw storage(e);
    } catch (InvalidStoreException e) {
      throw new ServingException(Kind.CONFIGURATION, e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ServingException(
          Kind.ARTIFACT,
          "The alias '%s' of %s is unreadable: %s"
              .formatted(Deployment.ALIAS, project.name(), e.getMessage()),
          e);
    }
  }

  /**
   * Loads and verifies a deployment.
   *
   * @throws ServingException with every problem
   */
  public ServedModel load(Sha256 digest) {
    try {
      return load(digest, new Deployments(store).load(digest));
    } catch (InvalidArtifactException e) {
      throw new ServingException(
          Kind.ARTIFACT, "The deployment cannot be loaded. " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ServingException(
          Kind.ARTIFACT, "%s is no deployment: %s".formatted(digest, e.getMessage()), e);
    } catch (InvalidStoreException e) {
      throw new ServingException(Kind.CONFIGURATION, e.getMessage(), e);
    } catch (IOException e) {
      throw storage(e);
    }
  }

  /**
   * Returns the forecasts of the project; none are there if its features need more than the time.
   */
  public Forecasts forecasts() {
    return Forecasts.of(project.view());
  }

  private ServedModel load(Sha256 digest, Deployment deployment) throws IOException {
    List<String> damages = new ArrayList<>();
    Optional<ModelBundle> model =
        artifact("model", deployment.subject().model(), ModelBundle::read, damages);
    Optional<FeatureTable> features =
        artifact("feature table", deployment.featureTable(), FeatureTable::read, damages);
    Optional<RequestSchema> requests = model.flatMap(bundle -> requests(bundle, damages));
    FeatureSignature signature = FeatureSignature.of(project.view().featureType());
    model.ifPresent(bundle -> damages.addAll(signature.differences("model", bundle.features())));
    features.ifPresent(
        table -> damages.addAll(signature.differences("feature table", table.features())));
    model
        .filter(bundle -> !bundle.project().equals(project.name()))
        .ifPresent(bundle ->
            damages.add(
                "The model is of the project '%s', not '%s'."
                    .formatted(bundle.project(), project.name())));

    List<String> refusals = new ArrayList<>();
    if (!deployment.subject().project().equals(project.name())) {
      refusals.add(
          "The deployment is of the project '%s', not '%s'."
              .formatted(deployment.subject().project(), project.name()));
    }
    Verification verification = verifier.verify(new ApprovalLog(store, project.name()), deployment);
    if (verification instanceof Verification.Refused refused) {
      refusals.addAll(refused.problems());
    }

    return switch (verification) {
      case Verification.Accepted accepted when damages.isEmpty() && refusals.isEmpty() ->
          new ServedModel(
              digest,
              deployment,
              accepted.approval().record(),
              model.orElseThrow(),
              features.orElseThrow(),
              requests.orElseThrow());
      case Verification.Accepted _, Verification.Refused _ -> throw refused(damages, refusals);
    };
  }

  private Optional<RequestSchema> requests(ModelBundle model, List<String> damages) {
    if (model.requests().isEmpty()) {
      damages.add(
          "The model does not say what clients post to it, as it was trained by an earlier version:"
              + " train it again.");
      return Optional.empty();
    }

    try {
      RequestSettings settings =
          RecordTree.read(
              model.requests().get(), "The requests of the model", RequestSettings.class);
      return Optional.of(RequestSchema.of(project.view(), settings));
    } catch (InvalidConfigException e) {
      damages.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static ServingException refused(List<String> damages, List<String> refusals) {
    List<String> problems = new ArrayList<>(damages);
    problems.addAll(refusals);
    return new ServingException(damages.isEmpty() ? Kind.CONFIGURATION : Kind.ARTIFACT, problems);
  }

  private <T> Optional<T> artifact(
      String what, Sha256 digest, Reader<T> reader, List<String> problems) throws IOException {
    try {
      return Optional.of(reader.read(store.fetch(digest)));
    } catch (InvalidArtifactException | FeatureTableException | InvalidBundleException e) {
      problems.add("The %s cannot be loaded. %s".formatted(what, e.getMessage()));
      return Optional.empty();
    }
  }

  private ServingException nothingDeployed() {
    return new ServingException(
        Kind.CONFIGURATION,
        List.of(
            "Nothing of %s is deployed in this store: run it, and approve what it makes."
                .formatted(project.name())));
  }

  private static ServingException storage(IOException e) {
    return new ServingException(
        Kind.STORAGE, "The storage did not answer: %s".formatted(e.getMessage()), e);
  }

  /** Reads an artifact from a verified file. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(Path file) throws IOException;
  }
}
