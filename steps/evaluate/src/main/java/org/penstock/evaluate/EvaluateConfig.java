package org.penstock.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.penstock.artifact.Sha256;
import org.penstock.config.Help;

/**
 * The flags of the evaluate step.
 *
 * @param training the table with the rows, the test split among them
 * @param model the bundle to judge
 * @param trials the search that led to it
 * @param alternatives what other candidates, and the same one under other splits, predict
 * @param champion the model that serves now, to be beaten
 */
public record EvaluateConfig(
    @Help("Digest of the training table") Sha256 training,
    @Help("Digest of the model bundle to judge") Sha256 model,
    @Help("Digest of the trials of the search") Sha256 trials,
    @Help("Digest of the predictions of other candidates and splits") Sha256 alternatives,
    @Help("Digest of the model bundle that serves now") Optional<Sha256> champion) {

  public EvaluateConfig {
    requireNonNull(training, "training");
    requireNonNull(model, "model");
    requireNonNull(trials, "trials");
    requireNonNull(alternatives, "alternatives");
    requireNonNull(champion, "champion");
    champion = champion.filter(digest -> !digest.equals(model)); // none challenges itself
  }
}
