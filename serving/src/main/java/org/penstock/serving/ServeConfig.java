package org.penstock.serving;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.approval.Approver;
import org.penstock.artifact.Sha256;
import org.penstock.config.Default;
import org.penstock.config.Help;

/**
 * The flags of the service.
 *
 * @param project name of the project
 * @param store a directory, or {@code s3://bucket/prefix}
 * @param s3Endpoint an S3 server other than Amazon's
 * @param host interface to listen on
 * @param port to listen on, 0 for any free one
 * @param production refuse self-approved models, and whoever is not among {@code approver}
 * @param approver whose approval counts, as {@code NAME=KEY}; empty outside production: anybody's
 * @param deployment to serve, whatever is deployed later; empty: what the alias names, as it moves
 * @param awaitDeployment wait while nothing is deployed, instead of ending
 * @param drain how long requests are still taken after SIGTERM, while others learn of it
 */
record ServeConfig(
    @Help("name of the project") String project,
    @Help("where artifacts lie: a directory, or s3://bucket/prefix") @Default(".penstock/store")
        String store,
    @Help("URL of an S3 server other than Amazon's") Optional<String> s3Endpoint,
    @Help("interface to listen on; 0.0.0.0 is all") @Default("127.0.0.1") String host,
    @Help("port to listen on; 0 is any free one") @Default("8080") int port,
    @Help("refuse self-approved models, and approvals of others than --approver") @Default("false")
        boolean production,
    @Help("NAME=KEY of somebody whose approval counts; may be given several times") @Default("[]")
        List<String> approver,
    @Help(
            "digest of the deployment to serve; else PENSTOCK_DEPLOYMENT; empty: follow what is deployed")
        Optional<Sha256> deployment,
    @Help("wait while nothing is deployed, instead of ending") @Default("false")
        boolean awaitDeployment,
    @Help("how long requests are still taken after SIGTERM, while readiness says no") @Default("0s")
        Duration drain) {

  ServeConfig {
    requireNonNull(project, "project");
    requireNonNull(store, "store");
    requireNonNull(s3Endpoint, "s3Endpoint");
    requireNonNull(host, "host");
    requireNonNull(deployment, "deployment");
    requireNonNull(drain, "drain");
    approver = List.copyOf(approver);
    if (!(port >= 0 && port <= 65_535)) {
      throw new IllegalArgumentException("port is %d, expected 0 to 65535".formatted(port));
    }
    s3Endpoint.ifPresent(URI::create);
    approver.forEach(ServeConfig::parse);
  }

  ApprovalVerifier verifier() {
    List<Approver> approvers = approver.stream().map(ServeConfig::parse).toList();
    return production || !approvers.isEmpty()
        ? ApprovalVerifier.inProduction(approvers)
        : ApprovalVerifier.onLaptop();
  }

  Server.Listen listen() {
    return new Server.Listen(host, port, Server.LOOK_EVERY, drain);
  }

  private static Approver parse(String text) {
    int sign = text.indexOf('='); // base64 may end in more of them
    if (sign < 1) {
      throw new IllegalArgumentException(
          "approver is '%s', expected NAME=KEY with an Ed25519 public key in base64"
              .formatted(text));
    }

    return new Approver(text.substring(0, sign), text.substring(sign + 1));
  }
}
