package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import org.penstock.artifact.ArtifactStore;
import org.penstock.config.GatheringConfig;

/**
 * What gatherers of a project write down for each other, as one of them sees it.
 *
 * @param gatherer who writes
 * @param ledger the calls
 * @param answers what they came to
 * @param pauses when the vendor wants to be left alone
 * @param gate whether asking is allowed at all
 */
public record GatherBooks(
    String gatherer, CallLedger ledger, Answers answers, Pauses pauses, GateKeeper gate) {

  /** A call may be late by as much as it may take; then others may ask for its key. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  public GatherBooks {
    requireNonNull(gatherer, "gatherer");
    requireNonNull(ledger, "ledger");
    requireNonNull(answers, "answers");
    requireNonNull(pauses, "pauses");
    requireNonNull(gate, "gate");
  }

  /**
   * Opens them.
   *
   * @param vendor a name of the vendor: each has books of its own, and one brake stops them all
   * @param what the directory in which answers are kept
   * @param forced whether to ask outside of office hours as well
   * @param gatherer a name that no other gatherer has
   */
  public static GatherBooks open(
      ArtifactStore store,
      GatheringConfig config,
      String vendor,
      String what,
      boolean forced,
      Clock clock,
      String gatherer) {
    String place = "gather/%s/%s".formatted(config.name(), vendor);
    Pauses pauses = new Pauses(store, place);
    Duration claim = config.gather().timeout().multipliedBy(2).plus(SLACK);
    return new GatherBooks(
        gatherer,
        new CallLedger(store, place, config.budget(), claim, clock, gatherer),
        new Answers(store, "%s/%s/".formatted(place, what), config.gather().keep()),
        pauses,
        new GateKeeper(new Brake(store, config.name()), pauses, config.budget(), forced, clock));
  }
}
