package org.penstock.approval;

import java.util.List;
import org.penstock.artifact.InvalidArtifactException;

/** The approval log of a project was changed by something other than this program. */
public final class BrokenApprovalLogException extends InvalidArtifactException {

  private static final long serialVersionUID = 1L;

  BrokenApprovalLogException(String project, List<String> problems) {
    super(
        "The approval log of %s is broken, nothing is added to it: %s"
            .formatted(project, String.join(" ", problems)));
  }
}
