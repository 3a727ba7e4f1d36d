package org.penstock.serving;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.feature.ModelProject;
import org.penstock.scoring.ModelBundle;

/** A service of the bakery on a free port. */
final class RunningBakery implements AutoCloseable {

  final BakeryStore deployed;
  final Server server;
  final Api api;

  private RunningBakery(BakeryStore deployed, Server server) {
    this.deployed = deployed;
    this.server = server;
    this.api = new Api(server.uri());
  }

  static RunningBakery start(Path directory) throws IOException {
    return start(directory, BakeryStore.Approval.USUAL);
  }

  static RunningBakery start(Path directory, BakeryStore.Approval approval) throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    deployed.deploy(0.5, approval);
    return new RunningBakery(deployed, serve(deployed, ApprovalVerifier.onLaptop()));
  }

  /** Serves another project than the bakery. */
  static RunningBakery start(Path directory, ModelProject project, ModelBundle bundle)
      throws IOException {
    BakeryStore deployed = new BakeryStore(directory, project);
    deployed.deploy(bundle, BakeryStore.Approval.USUAL);
    return new RunningBakery(deployed, serve(project, deployed, ApprovalVerifier.onLaptop()));
  }

  static Server serve(BakeryStore deployed, ApprovalVerifier verifier) {
    return serve(new Bakery(), deployed, verifier);
  }

  private static Server serve(
      ModelProject project, BakeryStore deployed, ApprovalVerifier verifier) {
    return Server.start(
        project,
        deployed.store,
        verifier,
        new Server.Listen("127.0.0.1", 0, Duration.ofMillis(50)));
  }

  @Override
  public void close() {
    api.close();
    server.close();
  }
}
