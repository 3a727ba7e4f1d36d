package org.penstock.cluster;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.penstock.step.StepFailure;

/** Asks the API server, and says in a sentence why it did not do what was asked. */
final class Api implements AutoCloseable {

  private static final int CONFLICT = 409;

  private final KubernetesClient client;

  Api(KubernetesClient client) {
    this.client = requireNonNull(client, "client");
  }

  /**
   * Returns the resource, if there is one.
   *
   * @throws StepFailure if it may not be read, or the cluster has no such kind
   * @throws IOException if the API server does not answer
   */
  Optional<Tree> get(Kind kind, String namespace, String name) throws IOException {
    return ask(
        new Question("get", kind, namespace, name),
        () -> Optional.ofNullable(resource(kind, namespace, name).get()).map(Api::tree));
  }

  /** Returns the resources with all of {@code labels}. */
  List<Tree> list(Kind kind, String namespace, Map<String, String> labels) throws IOException {
    return ask(
        new Question("list", kind, namespace, ""),
        () ->
            client
                .genericKubernetesResources(kind.context())
                .inNamespace(namespace)
                .withLabels(labels)
                .list()
                .getItems()
                .stream()
                .map(Api::tree)
                .toList());
  }

  /** Creates a resource; empty if the name is taken. */
  Optional<Tree> create(Kind kind, String namespace, Tree resource) throws IOException {
    return unlessTaken(
        new Question("create", kind, namespace, resource.word("metadata", "name")),
        () -> tree(resource(kind, namespace, resource).create()));
  }

  /** Lets the API server judge a resource without creating it. */
  void tryToCreate(Kind kind, String namespace, Tree resource) throws IOException {
    unlessTaken(
        new Question("create", kind, namespace, resource.word("metadata", "name")),
        () -> tree(resource(kind, namespace, resource).dryRun().create()));
  }

  /** Writes {@code resource} in place of what it was read as; empty if that has changed since. */
  Optional<Tree> replace(Kind kind, String namespace, Tree resource) throws IOException {
    return unlessTaken(
        new Question("update", kind, namespace, resource.word("metadata", "name")),
        () ->
            tree(
                resource(kind, namespace, resource)
                    .lockResourceVersion(resource.word("metadata", "resourceVersion"))
                    .update()));
  }

  /** Changes the fields in {@code patch}, a JSON merge patch (RFC 7386), and no others. */
  void merge(Kind kind, String namespace, String name, Map<String, Object> patch)
      throws IOException {
    ask(
        new Question("patch", kind, namespace, name),
        () ->
            resource(kind, namespace, name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(patch)));
  }

  private Optional<Tree> unlessTaken(Question question, Supplier<Tree> answer) throws IOException {
    return ask(
        question,
        () -> {
          try {
            return Optional.of(answer.get());
          } catch (KubernetesClientException e) {
            if (e.getCode() == CONFLICT) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  private <T> T ask(Question question, Supplier<T> answer) throws IOException {
    try {
      return answer.get();
    } catch (KubernetesClientException e) {
      throw new Refusal(question, client.getConfiguration(), e).failure();
    }
  }

  private Resource<GenericKubernetesResource> resource(Kind kind, String namespace, String name) {
    return client.genericKubernetesResources(kind.context()).inNamespace(namespace).withName(name);
  }

  private Resource<GenericKubernetesResource> resource(Kind kind, String namespace, Tree content) {
    return client
        .genericKubernetesResources(kind.context())
        .inNamespace(namespace)
        .resource(
            Serialization.unmarshal(
                Serialization.asJson(content.fields()), GenericKubernetesResource.class));
  }

  private static Tree tree(GenericKubernetesResource resource) {
    return Tree.of(Serialization.unmarshal(Serialization.asJson(resource), Map.class));
  }

  @Override
  public void close() {
    client.close();
  }

  /**
   * What was asked.
   *
   * @param verb as roles spell it
   * @param name empty if it is about all
   */
  record Question(String verb, Kind kind, String namespace, String name) {

    /** Returns e.g. {@code get Workflow 'credit-risk-1' in the namespace 'penstock'}. */
    @Override
    public String toString() {
      return "%s %s%s in the namespace '%s'"
          .formatted(verb, kind.word(), name.isEmpty() ? "s" : " '%s'".formatted(name), namespace);
    }
  }
}
