package org.penstock.cli;

import picocli.CommandLine.Option;

/** Where a run is looked for: on this machine, or on a cluster. */
final class ClusterOptions {

  static final String NAMESPACE = "${env:PENSTOCK_NAMESPACE:-penstock}";

  @Option(
      names = "--cluster",
      description =
          "The run is on the cluster of the current context of kubectl; its store is the run's own.")
  boolean cluster;

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      defaultValue = NAMESPACE,
      description = "Namespace of the runs on a cluster (default: ${DEFAULT-VALUE}).")
  String namespace = "";

  /** Returns what a command needs besides, to look into {@code namespace}. */
  static String flag(String namespace) {
    return namespace.equals("penstock") ? "" : " --namespace " + namespace;
  }
}
