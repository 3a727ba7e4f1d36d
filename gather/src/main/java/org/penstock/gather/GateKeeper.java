package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.penstock.config.BudgetSettings;

/**
 * Says whether asking is allowed at all at this moment, whatever the budget: the brake, the office
 * hours, a pause that the vendor asked for.
 */
final class GateKeeper {

  private final Brake brake;
  private final Pauses pauses;
  private final BudgetSettings budget;
  private final boolean forced;
  private final Clock clock;

  /**
   * @param forced whether to ask outside of office hours as well
   */
  GateKeeper(Brake brake, Pauses pauses, BudgetSettings budget, boolean forced, Clock clock) {
    this.brake = requireNonNull(brake, "brake");
    this.pauses = requireNonNull(pauses, "pauses");
    this.budget = requireNonNull(budget, "budget");
    this.forced = forced;
    this.clock = requireNonNull(clock, "clock");
  }

  /** Returns why nothing may be asked now, if so. */
  Optional<Ending> closed() throws IOException {
    Optional<Ending> stopped =
        brake
            .pulled()
            .map(move ->
                new Ending(
                    Ending.Why.STOPPED,
                    "by %s at %s: %s".formatted(move.by(), move.at(), move.reason()),
                    Optional.empty()));
    if (stopped.isPresent()) {
      return stopped;
    }

    Instant now = clock.instant();
    ZonedDateTime here = now.atZone(budget.zone());
    Optional<Ending> office =
        budget
            .officeHours()
            .filter(hours -> !forced && !hours.include(here))
            .map(hours ->
                new Ending(
                    Ending.Why.OFFICE,
                    "it is %s there".formatted(here.toLocalDateTime()),
                    Optional.of(hours.nextOpen(here).toInstant())));
    return office.isPresent()
        ? office
        : pauses.after(now).map(end -> new Ending(Ending.Why.PAUSED, "", Optional.of(end)));
  }
}
