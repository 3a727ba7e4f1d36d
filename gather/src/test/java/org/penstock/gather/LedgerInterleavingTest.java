package org.penstock.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.InMemoryArtifactStore;
import org.penstock.config.BudgetSettings;

/**
 * Three gatherers at once whose operations on the store come in any order, who are killed between
 * any two of them and start again, while hours go by: whatever the order, no window has more calls
 * than its limit, and nobody asks for what another is asking for.
 */
class LedgerInterleavingTest {

  private static final int GATHERERS = 3;
  private static final int ORDERS = 400;
  private static final Duration CLAIM = Duration.ofSeconds(25);
  private static final BudgetSettings BUDGET = Budgets.of(4, 7, 9, "0.085 EUR");

  @TempDir private Path scratch;

  /** A call that somebody was allowed to make: this is what the vendor sees, and bills. */
  private record Made(String hour, String day, String month, String key, long at, int gatherer) {}

  @Test
  void noOrderOfOperationsExceedsTheBudget() throws InterruptedException {
    int kills = 0;
    int made = 0;
    for (int seed = 0; seed < ORDERS; seed++) {
      Outcome outcome = run(seed);
      check(seed, outcome.made());
      kills += outcome.kills();
      made += outcome.made().size();
    }

    assertTrue(kills > ORDERS, "only %d kills".formatted(kills));
    assertTrue(made > 5 * ORDERS, "only %d calls".formatted(made));
  }

  @Test
  void withoutKillsTheBudgetIsUsedToTheLast() throws InterruptedException {
    SetClock clock = new SetClock("2026-03-20T10:15:00Z");

    Outcome outcome = gatherers(1, clock, 0, Duration.ZERO);

    assertEquals(4, outcome.made().size());
  }

  private record Outcome(List<Made> made, int kills) {}

  private Outcome run(int seed) throws InterruptedException {
    // A month that ends while they work.
    SetClock clock = new SetClock("2026-03-31T18:59:30Z");
    return gatherers(seed, clock, 0.01, Duration.ofMinutes(3));
  }

  private Outcome gatherers(int seed, SetClock clock, double killed, Duration tick)
      throws InterruptedException {
    InMemoryArtifactStore store = new InMemoryArtifactStore(scratch);
    List<Made> made = Collections.synchronizedList(new ArrayList<>());
    List<Throwable> kills = Collections.synchronizedList(new ArrayList<>());
    List<Throwable> bugs = Collections.synchronizedList(new ArrayList<>());
    Turns turns = new Turns(seed, GATHERERS, killed);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < GATHERERS; i++) {
      int id = i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  live(new TurnStore(store, turns, id), id, seed, clock, tick, made, kills);
                } catch (Throwable e) {
                  bugs.add(e);
                } finally {
                  turns.gone(id);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), bugs);
    return new Outcome(List.copyOf(made), kills.size());
  }

  /** Reserves calls, and starts anew with nothing remembered after each kill. */
  private static void live(
      TurnStore store,
      int id,
      int seed,
      SetClock clock,
      Duration tick,
      List<Made> made,
      List<Throwable> kills)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed * 31L + id);
    int wishes = 12;
    for (int life = 0; wishes > 0; life++) {
      CallLedger ledger =
          new CallLedger(store, "gather/rates", BUDGET, CLAIM, clock, "g%d-%d".formatted(id, life));
      try {
        while (wishes > 0) {
          wishes--;
          String key = "k" + random.nextInt(20);
          if (ledger.reserve(key) instanceof Reservation.Granted(Call call)) {
            made.add(of(call, clock, id));
          }
          if (random.nextInt(3) == 0) {
            clock.add(tick.multipliedBy(random.nextInt(12)));
          }
        }
      } catch (Turns.Kill e) {
        kills.add(e);
      }
    }
  }

  private static Made of(Call call, SetClock clock, int gatherer) {
    // When the vendor is asked, whatever stands in the ledger.
    var time = clock.instant().atZone(BUDGET.zone());
    return new Made(
        Window.HOUR.start(time).toString(),
        Window.DAY.start(time).toString(),
        Window.MONTH.start(time).toString(),
        call.key(),
        call.at().toEpochMilli(),
        gatherer);
  }

  private static void check(int seed, List<Made> made) {
    Map<String, Integer> hours = new TreeMap<>();
    Map<String, Integer> days = new TreeMap<>();
    Map<String, Integer> months = new TreeMap<>();
    for (Made call : made) {
      hours.merge(call.hour(), 1, Integer::sum);
      days.merge(call.day(), 1, Integer::sum);
      months.merge(call.month(), 1, Integer::sum);
    }
    String where = "seed " + seed;
    hours.forEach((hour, calls) -> assertTrue(calls <= 4, where + ", hour " + hour));
    days.forEach((day, calls) -> assertTrue(calls <= 7, where + ", day " + day));
    // Nine calls of the month are allowed, and money for eight.
    months.forEach((month, calls) -> assertTrue(calls <= 8, where + ", month " + month));
    for (Made one : made) {
      for (Made other : made) {
        boolean together =
            one.gatherer() != other.gatherer()
                && one.key().equals(other.key())
                && Math.abs(one.at() - other.at()) < CLAIM.toMillis();
        assertTrue(!together, where + ", key " + one.key());
      }
    }
  }
}
