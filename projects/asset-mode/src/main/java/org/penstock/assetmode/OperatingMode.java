package org.penstock.assetmode;

import java.util.Locale;

/** What an asset does, as an expert sees it. */
public enum OperatingMode {
  /** It stands still. */
  OFF,
  /** It runs up to speed. */
  START_UP,
  /** It turns without load. */
  IDLE,
  /** It works. */
  FULL_LOAD,
  /** It runs down. */
  SHUTDOWN,
  /** It works, and vibrates as it should not. */
  FAULT;

  /** Returns the text in the file. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
