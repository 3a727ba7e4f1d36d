package org.penstock.cli;

import java.io.IOException;
import java.util.function.Consumer;
import org.penstock.approval.Deployments;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.InvalidArtifactException;

/** The model that is served, which a new one is compared with. */
final class Champion {

  private Champion() {}

  /**
   * Returns its digest, or an empty text: what is damaged is none, and is replaced by what is next.
   *
   * @param notes told why there is none, if it is damaged
   */
  static String of(String project, ArtifactStore store, Consumer<String> notes) throws IOException {
    try {
      return new Deployments(store)
          .current(project)
          .map(served -> served.subject().model().toString())
          .orElse("");
    } catch (InvalidArtifactException e) {
      notes.accept("compared with no champion. " + e.getMessage());
      return "";
    }
  }
}
