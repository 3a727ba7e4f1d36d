package org.penstock.cluster;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How the servers of a project stand.
 *
 * @param deployment what new pods are told to serve; empty: what the alias names
 * @param previous what to go back to, as {@link Servers#serve} wrote it down
 * @param wanted pods there should be
 * @param updated pods that are told {@code deployment}
 * @param available pods that have been ready long enough
 * @param all pods, those about to go included
 * @param seen whether the numbers are about the latest change
 * @param stuck why the cluster itself has given up, or empty
 */
public record ServersState(
    Optional<String> deployment,
    Optional<String> previous,
    long wanted,
    long updated,
    long available,
    long all,
    boolean seen,
    Optional<String> stuck) {

  public ServersState {
    requireNonNull(deployment, "deployment");
    requireNonNull(previous, "previous");
    requireNonNull(stuck, "stuck");
  }

  /** Returns whether every pod is told {@code deployment}, is available, and no other is left. */
  public boolean isRolledOut() {
    return seen && updated == wanted && available == wanted && all == wanted;
  }

  /** Returns e.g. {@code 1 of 2 pods updated, 2 available}. */
  public String progress() {
    return "%d of %d pods updated, %d available".formatted(updated, wanted, available);
  }
}
