package org.penstock.image;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Labels of the <a
 * href="https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md">OCI</a>.
 */
final class Labels {

  private static final String PREFIX = "org.opencontainers.image.";

  private Labels() {}

  /** Returns the labels of an image; none with a time, which would be another one every time. */
  static SortedMap<String, String> of(Program program, ImagesConfig config) {
    var labels = new TreeMap<String, String>();
    labels.put(PREFIX + "title", "penstock " + program.image());
    labels.put(PREFIX + "description", program.description());
    labels.put(PREFIX + "version", config.version());
    labels.put(PREFIX + "licenses", "Apache-2.0");
    labels.put(PREFIX + "vendor", "Penstock");
    config.revision().ifPresent(sha -> labels.put(PREFIX + "revision", sha));
    return labels;
  }
}
