package org.penstock.serving;

import static java.util.Objects.requireNonNull;

import org.penstock.config.Default;
import org.penstock.config.Help;

/**
 * The flags of the smoke test.
 *
 * @param url where the service is, without a path
 * @param withinSeconds how long it may take to get ready
 */
record SmokeConfig(
    @Help("where the service is, such as http://credit-risk") String url,
    @Help("how long it may take to get ready, in seconds") @Default("30") int withinSeconds) {

  SmokeConfig {
    requireNonNull(url, "url");
    if (!url.matches("https?://[^/]+")) {
      throw new IllegalArgumentException(
          "url is '%s', expected http://host or http://host:port".formatted(url));
    }
    if (!(withinSeconds >= 0)) {
      throw new IllegalArgumentException(
          "within-seconds is %d, expected 0 or more".formatted(withinSeconds));
    }
  }
}
