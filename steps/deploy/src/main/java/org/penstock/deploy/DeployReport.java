package org.penstock.deploy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.penstock.artifact.Sha256;
import org.penstock.step.Produced;
import org.penstock.step.StepContext;
import org.penstock.step.StepReport;

/** How the deployment went: exactly one of the two records below. */
sealed interface DeployReport {

  /** Writes the outputs of the step. */
  StepReport write(StepContext context) throws IOException;

  /** Servers load {@code deployment} now, or did so before. */
  record Deployed(Sha256 deployment) implements DeployReport {

    public Deployed {
      requireNonNull(deployment, "deployment");
    }

    @Override
    public StepReport write(StepContext context) throws IOException {
      Path file = context.fetch(deployment);
      return report(Map.of("deployment", Produced.of(file, Produced.JSON)), true, List.of());
    }
  }

  /** Nothing moved. {@code reasons}: in sentences, never empty. */
  record Refused(List<String> reasons) implements DeployReport {

    public Refused {
      reasons = List.copyOf(reasons);
    }

    @Override
    public StepReport write(StepContext context) {
      return report(Map.of(), false, reasons);
    }
  }

  private static StepReport report(
      Map<String, Produced> artifacts, boolean deployed, List<String> reasons) {
    return new StepReport(
        new TreeMap<>(artifacts),
        new TreeMap<>(
            Map.of("deployed", Boolean.toString(deployed), "reasons", String.join(" ", reasons))),
        OptionalLong.empty(),
        OptionalLong.empty());
  }
}
