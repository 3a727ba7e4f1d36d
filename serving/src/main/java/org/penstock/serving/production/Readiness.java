package org.penstock.serving.production;

/**
 * Whether requests are to come here. They are, until the process is told to end; then they are
 * still answered for a while, until all who send them have learnt to send them elsewhere.
 */
public final class Readiness {

  private volatile boolean leaving;

  /** Returns whether whoever asks should send the next request elsewhere. */
  public boolean isLeaving() {
    return leaving;
  }

  /** Asks everybody to send the next request elsewhere; this cannot be taken back. */
  public void leave() {
    leaving = true;
  }
}
