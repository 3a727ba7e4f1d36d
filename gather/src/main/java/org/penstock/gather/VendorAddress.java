package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.penstock.config.GatherSettings;

/** Where calls go: to the vendor of the settings, or to a stand-in that runs as long as this. */
public final class VendorAddress implements AutoCloseable {

  private static final String STAND_IN = "stand-in";

  private final URI uri;
  private final Optional<GatherProject.StandIn> standIn;

  private VendorAddress(URI uri, Optional<GatherProject.StandIn> standIn) {
    this.uri = uri;
    this.standIn = standIn;
  }

  /** Starts a stand-in. */
  @FunctionalInterface
  public interface Starter {

    /** Returns it, answering. */
    GatherProject.StandIn start() throws IOException;
  }

  /**
   * Returns the vendor of {@code settings}; if they name none, a stand-in that {@code starter}
   * starts.
   */
  public static VendorAddress of(GatherSettings settings, Starter starter) throws IOException {
    requireNonNull(starter, "starter");
    if (settings.vendor().isPresent()) {
      return new VendorAddress(settings.vendor().get(), Optional.empty());
    }

    GatherProject.StandIn standIn = starter.start();
    return new VendorAddress(standIn.address(), Optional.of(standIn));
  }

  /** Returns where calls go. */
  public URI uri() {
    return uri;
  }

  /** Returns whether nobody is paid. */
  public boolean isStandIn() {
    return standIn.isPresent();
  }

  /** Returns the name under which books are kept: the host of the vendor. */
  public String name() {
    return isStandIn() ? STAND_IN : uri.getHost().replaceAll("[^A-Za-z0-9.-]", "-");
  }

  @Override
  public void close() {
    standIn.ifPresent(GatherProject.StandIn::close);
  }
}
