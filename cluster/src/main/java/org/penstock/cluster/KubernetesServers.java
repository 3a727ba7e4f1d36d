package org.penstock.cluster;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

/** Servers as the API knows them. */
final class KubernetesServers implements Servers {

  /** Of the pod template; pods read it through the downward API. */
  static final String DEPLOYMENT = "penstock.org/deployment";

  /** Of the Deployment itself, so that changing it replaces no pod. */
  static final String PREVIOUS = "penstock.org/previous-deployment";

  private final Api api;
  private final ServingName name;

  KubernetesServers(Api api, ServingName name) {
    this.api = requireNonNull(api, "api");
    this.name = requireNonNull(name, "name");
  }

  @Override
  public ServersState state() throws IOException {
    Tree found = deployment();
    boolean seen =
        found.number("status", "observedGeneration") >= found.number("metadata", "generation");
    return new ServersState(
        annotation(found.at("spec", "template"), DEPLOYMENT),
        annotation(found, PREVIOUS),
        found.has("spec", "replicas") ? found.number("spec", "replicas") : 1,
        found.number("status", "updatedReplicas"),
        found.number("status", "availableReplicas"),
        found.number("status", "replicas"),
        seen,
        // Before, the word is about earlier pods, which may have waited too long for their first
        // deployment.
        seen ? stuck(found) : Optional.empty());
  }

  private Tree deployment() throws IOException {
    return api.get(Kind.DEPLOYMENT, name.namespace(), name.name())
        .orElseThrow(() ->
            new StepFailure(
                ExitCode.INPUT,
                "There is no Deployment '%s' in the namespace '%s' that could serve: install it with helm install %s helm/penstock-serving -n %s"
                    .formatted(name.name(), name.namespace(), name.name(), name.namespace()),
                null));
  }

  private static Optional<String> annotation(Tree tree, String key) {
    return tree.at("metadata", "annotations").text(key).filter(value -> !value.isEmpty());
  }

  private static Optional<String> stuck(Tree found) {
    return found.list("status", "conditions").stream()
        .filter(condition -> condition.word("reason").equals("ProgressDeadlineExceeded"))
        .map(condition -> condition.word("message"))
        .findFirst();
  }

  @Override
  public void serve(Optional<String> deployment, Optional<String> previous) throws IOException {
    api.merge(
        Kind.DEPLOYMENT,
        name.namespace(),
        name.name(),
        Map.of(
            "metadata",
            annotations(PREVIOUS, previous),
            "spec",
            Map.of("template", Map.of("metadata", annotations(DEPLOYMENT, deployment)))));
  }

  /** A null removes it. */
  private static Map<String, Object> annotations(String key, Optional<String> value) {
    Map<String, Object> annotation = new HashMap<>();
    annotation.put(key, value.orElse(null));
    return Map.of("annotations", annotation);
  }

  @Override
  public List<String> troubles() {
    try {
      Map<String, String> labels = new HashMap<>();
      deployment()
          .at("spec", "selector", "matchLabels")
          .fields()
          .forEach((key, value) -> labels.put(key, value.toString()));
      return api.list(Kind.POD, name.namespace(), labels).stream()
          .flatMap(pod -> PodTrouble.of(pod).stream())
          .map(PodTrouble::sentence)
          .distinct()
          .toList();
    } catch (IOException | StepFailure e) {
      return List.of(); // a courtesy: what is wrong is said without it
    }
  }
}
