package org.penstock.checks;

import java.util.List;

/** The images that `./penstock images` builds. */
final class Images {

  static final List<String> NAMES =
      List.of(
          "ingest",
          "features",
          "train",
          "train-network",
          "evaluate",
          "approve",
          "deploy",
          "score",
          "gather",
          "upload",
          "notify",
          "serving",
          "s3");

  /** The tag of images of this version; a release sets it anew in every YAML. */
  static final String VERSION = "0.1.0";

  private Images() {}
}
