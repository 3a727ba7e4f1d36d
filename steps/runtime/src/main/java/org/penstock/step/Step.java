package org.penstock.step;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectYaml;

/**
 * One step of a pipeline: arguments and artifacts in, artifacts and output parameters out.
 *
 * <p>A step is a function. Equal flags, inputs, settings and code give equal artifacts, which is
 * what lets {@link StepMain} take a result from the cache.
 *
 * @param <C> the step's own flags; a component of type {@link Sha256} is an input artifact
 */
public non-sealed interface Step<C extends Record> extends Program<C> {

  /**
   * Returns the names of the artifacts and parameters that it writes, most important first; what it
   * leaves out of its report counts as empty.
   */
  List<String> outputs();

  /**
   * Returns the sections of {@code project.yaml} that the result depends on. A change elsewhere in
   * the file does not run this step again.
   */
  List<Record> settings(ProjectYaml config);

  /**
   * Returns the digests of what lies outside the store, by the name of the flag that points at it:
   * the digest takes the flag's place in the cache key.
   *
   * @throws IOException if it cannot be read
   */
  default Map<String, Sha256> externalInputs(C config, SourceFiles sources)
      throws IOException, InterruptedException {
    return Map.of();
  }

  /** Returns whether an earlier result may stand for a new one; false for a step that acts. */
  default boolean cacheable() {
    return true;
  }

  /**
   * Does the work.
   *
   * @return files in the scratch directory of {@code context}, and parameters
   * @throws StepFailure if the data, an input or the configuration is wrong
   * @throws IOException if storage or network failed; the step may be tried again
   */
  StepReport run(C config, StepContext context) throws IOException, InterruptedException;
}
