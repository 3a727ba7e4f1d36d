package org.penstock.cluster;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** The kinds of resources that Penstock asks a cluster about. */
enum Kind {
  DEPLOYMENT("apps", "v1", "Deployment", "deployments"),
  POD("", "v1", "Pod", "pods"),
  SECRET("", "v1", "Secret", "secrets"),
  SERVICE_ACCOUNT("", "v1", "ServiceAccount", "serviceaccounts"),
  WORKFLOW("argoproj.io", "v1alpha1", "Workflow", "workflows"),
  WORKFLOW_TEMPLATE("argoproj.io", "v1alpha1", "WorkflowTemplate", "workflowtemplates");

  private final String group;
  private final String version;
  private final String kind;
  private final String plural;

  Kind(String group, String version, String kind, String plural) {
    this.group = group;
    this.version = version;
    this.kind = kind;
    this.plural = plural;
  }

  /** Returns the word of messages, e.g. {@code WorkflowTemplate}. */
  String word() {
    return kind;
  }

  /** Returns the name that roles use, e.g. {@code deployments.apps}. */
  String resource() {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group)
        .withVersion(version)
        .withKind(kind)
        .withPlural(plural)
        .withNamespaced(true)
        .build();
  }
}
