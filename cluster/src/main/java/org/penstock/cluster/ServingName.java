package org.penstock.cluster;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * Names the Kubernetes Deployment that serves a project, and the Service before it, which has the
 * same name.
 *
 * @param namespace a DNS label
 * @param name a DNS label
 */
public record ServingName(String namespace, String name) {

  private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

  public ServingName {
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
    if (!namespace.matches(LABEL) || !name.matches(LABEL)) {
      throw new IllegalArgumentException(
          "expected NAMESPACE/NAME of a Deployment, such as penstock-serving/credit-risk, got '%s/%s'"
              .formatted(namespace, name));
    }
  }

  /**
   * Reads {@code NAMESPACE/NAME}.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static ServingName parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "expected NAMESPACE/NAME of a Deployment, such as penstock-serving/credit-risk, got '%s'"
              .formatted(text));
    }
    return new ServingName(text.substring(0, slash), text.substring(slash + 1));
  }

  /** Returns where the Service of this name answers, inside the cluster. */
  public URI service() {
    return URI.create("http://%s.%s.svc".formatted(name, namespace));
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
