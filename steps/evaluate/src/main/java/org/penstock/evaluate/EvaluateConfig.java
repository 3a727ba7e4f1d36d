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
 * @param rows what the features were computed from
 * @param quarantine what was set aside before
 * @param repairs what was put right before
 */
public record EvaluateConfig(
    @Help("Digest of the training table") Sha256 training,
    @Help("Digest of the model bundle to judge") Sha256 model,
    @Help("Digest of the trials of the search") Sha256 trials,
    @Help("Digest of the predictions of other candidates and splits") Sha256 alternatives,
    @Help("Digest of the model bundle that serves now") Optional<Sha256> champion,
    @Help("Digest of the rows that keep the contract, for the report") Optional<Sha256> rows,
    @Help("Digest of the rows that break it, for the report") Optional<Sha256> quarantine,
    @Help("Digest of what was put right in the rows, for the report") Optional<Sha256> repairs) {

  public EvaluateConfig {
    requireNonNull(training, "training");
    requireNonNull(model, "model");
    requireNonNull(trials, "trials");
    requireNonNull(alternatives, "alternatives");
    requireNonNull(champion, "champion");
    requireNonNull(rows, "rows");
    requireNonNull(quarantine, "quarantine");
    requireNonNull(repairs, "repairs");
    champion = champion.filter(digest -> !digest.equals(model)); // none challenges itself
  }
}
