package org.penstock.cluster;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

/** A Kubernetes cluster: where a run goes, and where the servers are. */
public final class Cluster implements AutoCloseable {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int REQUEST_MILLIS = 20_000;

  /** Of 100 ms and doubling: over 3 s in all, since whoever waits asks again anyway. */
  private static final int RETRIES = 4;

  private static final Path POD_TOKEN =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

  private final Api api;

  Cluster(Api api) {
    this.api = requireNonNull(api, "api");
  }

  /**
   * Returns the cluster that the current context of {@code KUBECONFIG} or {@code ~/.kube/config}
   * names, or the one that this process is a pod of. Nothing is asked of it yet.
   *
   * @throws StepFailure if neither is there
   */
  public static Cluster connect() {
    try {
      Config config =
          new ConfigBuilder(Config.autoConfigure(null))
              .withConnectionTimeout(CONNECT_MILLIS)
              .withRequestTimeout(REQUEST_MILLIS)
              .withRequestRetryBackoffLimit(RETRIES)
              .build();
      if (config.getCurrentContext() == null && !Files.exists(POD_TOKEN)) {
        throw new StepFailure(ExitCode.CONFIG, nobodyToAsk(), null);
      }
      return new Cluster(new Api(new KubernetesClientBuilder().withConfig(config).build()));
    } catch (KubernetesClientException e) {
      throw new StepFailure(
          ExitCode.CONFIG,
          "The cluster of %s cannot be used: %s"
              .formatted(names(Config.getKubeconfigFilenames()), e.getMessage()),
          e);
    }
  }

  /** Kubernetes tells every pod where its API server is, and not every pod who it is. */
  private static String nobodyToAsk() {
    return System.getenv("KUBERNETES_SERVICE_HOST") == null
        ? "There is no cluster to ask: point KUBECONFIG at a file with a current context, since %s has none"
            .formatted(names(Config.getKubeconfigFilenames()))
        : "This pod has no token to ask its cluster with: its service account must not say automountServiceAccountToken: false";
  }

  private static String names(Collection<String> files) {
    return String.join(", ", files);
  }

  /** Returns the workflows of a namespace. */
  public Workflows workflows(String namespace) {
    return new Workflows(api, namespace);
  }

  /** Returns the servers of a project. */
  public Servers servers(ServingName name) {
    return new KubernetesServers(api, name);
  }

  @Override
  public void close() {
    api.close();
  }
}
