package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.config.BudgetSettings;
import org.penstock.config.Money;

/**
 * The calls that were made, kept where every gatherer sees them: each is reserved here before it is
 * made, and none is made that the budget has no room for.
 *
 * <p>Call 7 of March is the document {@code calls/2026-03/000007.json} of its place. It is created,
 * never replaced, and says how many calls its hour and day had with it and what the month had cost.
 * Whoever wants call 8 has read call 7, and of two who want it one gets it and the other reads it
 * and counts again. So the count is right however many there are, and a gatherer that is killed
 * leaves a call that counts and may not have been made, never one that was made and does not count.
 *
 * <p>A key is claimed for a while by the call that asks for it: nobody else pays for the same. One
 * instance belongs to one thread.
 */
public final class CallLedger {

  /** How far apart the clocks of two machines may be. */
  static final Duration SKEW = Duration.ofMinutes(10);

  private final ArtifactStore store;
  private final String directory;
  private final BudgetSettings budget;
  private final Duration claim;
  private final Clock clock;
  private final String gatherer;

  private final Map<String, Call> latest = new HashMap<>();
  private Optional<YearMonth> month = Optional.empty();
  private Optional<Call> last = Optional.empty();

  /**
   * @param place where the documents of this vendor are, e.g. {@code gather/rates/example.org}
   * @param claim how long a call keeps others from asking for the same; longer than a call takes
   * @param gatherer who reserves
   */
  public CallLedger(
      ArtifactStore store,
      String place,
      BudgetSettings budget,
      Duration claim,
      Clock clock,
      String gatherer) {
    this.store = requireNonNull(store, "store");
    this.directory = place + "/calls/";
    this.budget = requireNonNull(budget, "budget");
    this.claim = requireNonNull(claim, "claim");
    this.clock = requireNonNull(clock, "clock");
    this.gatherer = requireNonNull(gatherer, "gatherer");
  }

  /**
   * Reserves a call for {@code key}.
   *
   * @throws DamagedJournalException if what others reserved cannot be read
   * @throws IOException if the store fails; the call may be reserved, and must not be made
   */
  Reservation reserve(String key) throws IOException {
    while (true) {
      ZonedDateTime now = catchUp();
      Optional<Instant> claimed = claimed(key, now.toInstant());
      if (claimed.isPresent()) {
        return new Reservation.Claimed(claimed.get());
      }

      Usage before = usage(now);
      Optional<Reservation> exhausted = exhausted(before, now);
      if (exhausted.isPresent()) {
        return exhausted.get();
      }

      Call call =
          new Call(
              before.month() + 1,
              now.toInstant(),
              budget.zone().getId(),
              before.hour() + 1,
              before.day() + 1,
              before.spent().micros() + budget.price().micros(),
              key,
              gatherer);
      if (journal(now).append(call.number(), call.toBytes())) {
        add(call);
        if (isFresh(call)) {
          return new Reservation.Granted(call);
        }
      }
    }
  }

  /**
   * Whoever was held up after reading the clock must not make the call: it would fall into a window
   * that does not count it, or last longer than its claim. It counts where it was reserved.
   */
  private boolean isFresh(Call call) {
    Instant now = clock.instant();
    return Window.HOUR.same(timeOf(call), now.atZone(budget.zone()))
        ? now.isBefore(call.at().plus(claim.dividedBy(2)))
        : now.isBefore(call.at()); // a clock that is behind that of the call before
  }

  /** Returns whether somebody was asking for {@code key} when this instance last looked. */
  boolean isClaimed(String key) {
    return claimed(key, clock.instant()).isPresent();
  }

  private Optional<Instant> claimed(String key, Instant now) {
    return Optional.ofNullable(latest.get(key))
        .filter(call -> !call.gatherer().equals(gatherer))
        .map(call -> call.at().plus(claim))
        .filter(until -> until.isAfter(now));
  }

  /** Returns what is used by now. */
  public Usage usage() throws IOException {
    return usage(catchUp());
  }

  private Usage usage(ZonedDateTime now) {
    return new Usage(
        last.filter(call -> Window.HOUR.same(timeOf(call), now)).map(Call::inHour).orElse(0),
        last.filter(call -> Window.DAY.same(timeOf(call), now)).map(Call::inDay).orElse(0),
        last.map(Call::number).orElse(0),
        new Money(last.map(Call::spentMicros).orElse(0L), budget.price().currency()),
        budget);
  }

  /** The limit that lasts longest is the one to tell. */
  private Optional<Reservation> exhausted(Usage used, ZonedDateTime now) {
    if (used.spent().micros() + budget.price().micros() > budget.moneyMonth().micros()) {
      return Optional.of(exhausted(Ending.Why.MONEY, Window.MONTH, now));
    }
    if (used.month() >= budget.month()) {
      return Optional.of(exhausted(Ending.Why.MONTH, Window.MONTH, now));
    }
    if (used.day() >= budget.day()) {
      return Optional.of(exhausted(Ending.Why.DAY, Window.DAY, now));
    }
    return used.hour() >= budget.hour()
        ? Optional.of(exhausted(Ending.Why.HOUR, Window.HOUR, now))
        : Optional.empty();
  }

  private static Reservation exhausted(Ending.Why why, Window window, ZonedDateTime now) {
    return new Reservation.Exhausted(why, window.next(now).toInstant());
  }

  /**
   * Reads what others reserved since, and returns what time it is: by this clock, or by the clock
   * of who reserved last if that one is ahead.
   */
  private ZonedDateTime catchUp() throws IOException {
    ZonedDateTime began = now();
    if (!month.equals(Optional.of(YearMonth.from(began)))) {
      open(began);
    }
    Journal journal = journal(began);
    while (true) {
      int number = last.map(Call::number).orElse(0) + 1;
      Optional<byte[]> content = journal.read(number);
      if (content.isEmpty()) {
        break;
      }
      add(Call.parse(journal.name(number), number, content.get()));
    }
    // Asked only now: who reserved meanwhile is not ahead of this clock.
    ZonedDateTime now = now();
    return Window.MONTH.same(began, now) ? notBefore(now, journal) : catchUp();
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(budget.zone());
  }

  private ZonedDateTime notBefore(ZonedDateTime now, Journal journal) {
    ZonedDateTime latestTime = last.map(this::timeOf).orElse(now);
    if (latestTime.isAfter(now.plus(SKEW))) {
      throw new DamagedJournalException(
          "%s was reserved at %s, and here it is %s: a clock is wrong; set it right"
              .formatted(journal.name(last.orElseThrow().number()), latestTime, now));
    }
    return latestTime.isAfter(now) ? latestTime : now;
  }

  /** Reads the end of a month: its last call, and those that may still be under way. */
  private void open(ZonedDateTime now) throws IOException {
    latest.clear();
    readEnd(journal(now.minusMonths(1)), now.toInstant());
    last = readEnd(journal(now), now.toInstant());
    month = Optional.of(YearMonth.from(now));
  }

  private Optional<Call> readEnd(Journal journal, Instant now) throws IOException {
    int end = journal.last();
    Optional<Call> newest = Optional.empty();
    for (int number = end; number > 0; number--) {
      byte[] content =
          journal
              .read(number)
              .orElseThrow(() -> new IOException("A call was listed but is not there"));
      Call call = Call.parse(journal.name(number), number, content);
      newest = newest.or(() -> Optional.of(call));
      latest.putIfAbsent(call.key(), call);
      if (!call.at().plus(claim).isAfter(now)) {
        break;
      }
    }
    return newest;
  }

  private void add(Call call) {
    last = Optional.of(call);
    latest.put(call.key(), call);
  }

  private ZonedDateTime timeOf(Call call) {
    if (!call.zone().equals(budget.zone().getId())) {
      throw new DamagedJournalException(
          ("The calls of this month are counted in %s, the settings say %s: change budget.zone"
                  + " when a month begins")
              .formatted(call.zone(), budget.zone().getId()));
    }
    return call.at().atZone(budget.zone());
  }

  private Journal journal(ZonedDateTime time) {
    return new Journal(store, directory + YearMonth.from(time) + "/");
  }
}
