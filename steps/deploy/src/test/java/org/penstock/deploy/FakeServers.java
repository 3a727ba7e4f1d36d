package org.penstock.deploy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.penstock.cluster.Servers;
import org.penstock.cluster.ServersState;

/** Servers that are rolled out at the second look after each change, unless told to break. */
final class FakeServers implements Servers {

  /** Everything that they were told to serve, in order. */
  final List<String> told = new ArrayList<>();

  final Deque<IOException> failures = new ArrayDeque<>();
  Optional<String> broken = Optional.empty();
  long wanted = 2;

  private Optional<String> deployment = Optional.empty();
  private Optional<String> previous = Optional.empty();
  private int looks;

  @Override
  public ServersState state() throws IOException {
    if (!failures.isEmpty()) {
      throw failures.pop();
    }
    looks++;
    boolean breaks = deployment.isPresent() && deployment.equals(broken);
    boolean done = looks > 1 && !breaks;
    return new ServersState(
        deployment,
        previous,
        wanted,
        done ? wanted : 1,
        wanted,
        done ? wanted : wanted + 1,
        looks > 1,
        breaks ? Optional.of("no pod got ready") : Optional.empty());
  }

  @Override
  public void serve(Optional<String> deployment, Optional<String> previous) {
    this.deployment = deployment;
    this.previous = previous;
    looks = 0;
    told.add(deployment.orElse(""));
  }

  @Override
  public List<String> troubles() {
    return List.of("The pod bakery-1 ended with exit code 78: no valid approval");
  }
}
