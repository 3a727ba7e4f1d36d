package org.penstock.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.artifact.InMemoryArtifactStore;
import org.penstock.config.BudgetSettings;

class CallLedgerTest {

  private static final Duration CLAIM = Duration.ofSeconds(30);

  @TempDir private Path scratch;
  private InMemoryArtifactStore store;
  private final SetClock clock = new SetClock("2026-03-20T10:15:00Z");
  private int keys;

  @BeforeEach
  void open() {
    store = new InMemoryArtifactStore(scratch);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 9, 9, 9 EUR, 3, HOUR, 2026-03-20T11:00:00Z",
    "9, 3, 9, 9 EUR, 3, DAY, 2026-03-20T23:00:00Z",
    "9, 9, 3, 9 EUR, 3, MONTH, 2026-03-31T22:00:00Z",
    "9, 9, 9, 0.039 EUR, 3, MONEY, 2026-03-31T22:00:00Z",
    "9, 9, 9, 0.04 EUR, 4, MONEY, 2026-03-31T22:00:00Z",
    "9, 9, 9, 0.009 EUR, 0, MONEY, 2026-03-31T22:00:00Z",
  })
  void grantsAsManyCallsAsTheTightestLimitHas(
      int hour, int day, int month, String money, int calls, Ending.Why why, Instant next)
      throws IOException {
    CallLedger ledger = ledger(Budgets.of(hour, day, month, money));

    for (int i = 0; i < calls; i++) {
      assertGranted(ledger);
    }
    assertEquals(new Reservation.Exhausted(why, next), ledger.reserve("more"));
  }

  @ParameterizedTest
  @CsvSource({
    // The hour, the day, the month, by the clock of Amsterdam.
    "1, 9, 9, 2026-03-20T10:59:59.999Z, 2026-03-20T11:00:00Z",
    "9, 1, 9, 2026-03-20T22:59:59.999Z, 2026-03-20T23:00:00Z",
    "9, 9, 1, 2026-03-31T21:59:59.999Z, 2026-03-31T22:00:00Z",
    // The hour that comes twice is two hours; the day that has it is one.
    "1, 9, 9, 2026-10-25T00:59:59Z, 2026-10-25T01:00:00Z",
    "9, 1, 9, 2026-10-25T22:59:59Z, 2026-10-25T23:00:00Z",
    // Before the hour that is left out.
    "1, 9, 9, 2026-03-29T00:59:59Z, 2026-03-29T01:00:00Z",
  })
  void beginsToCountAnewWithTheWindow(int hour, int day, int month, String before, String after)
      throws IOException {
    clock.set(before);
    CallLedger ledger = ledger(Budgets.of(hour, day, month, "9 EUR"));
    assertGranted(ledger);

    var exhausted = assertInstanceOf(Reservation.Exhausted.class, ledger.reserve("more"));
    clock.set(after);

    assertEquals(Instant.parse(after), exhausted.next());
    assertGranted(ledger);
  }

  @Test
  void countsHoursOfAZoneThatIsThreeQuartersOff() throws IOException {
    clock.set("2026-03-20T10:14:59Z");
    CallLedger ledger = ledger(Budgets.of(1, 9, 9, "9 EUR", "Asia/Kathmandu"));
    assertGranted(ledger);

    assertEquals(
        new Reservation.Exhausted(Ending.Why.HOUR, Instant.parse("2026-03-20T10:15:00Z")),
        ledger.reserve("more"));
  }

  @Test
  void countsWhatAnotherReserved() throws IOException {
    CallLedger one = ledger(Budgets.of(3, 9, 9, "9 EUR"));
    CallLedger other = ledger(Budgets.of(3, 9, 9, "9 EUR"));

    assertGranted(one);
    assertGranted(other);
    assertGranted(one);

    assertInstanceOf(Reservation.Exhausted.class, other.reserve("more"));
    Usage usage = other.usage();
    assertEquals(3, usage.hour());
    assertEquals(3, usage.day());
    assertEquals(3, usage.month());
    assertEquals("0.03 EUR", usage.spent().toString());
  }

  @Test
  void rememberWhatWasSpentWhenThePriceRises() throws IOException {
    assertGranted(ledger(Budgets.of(9, 9, 9, "0.03 EUR")));
    BudgetSettings old = Budgets.of(9, 9, 9, "0.03 EUR");
    BudgetSettings dearer =
        new BudgetSettings(
            old.zone(),
            old.hour(),
            old.day(),
            old.month(),
            old.price().times(2),
            old.moneyMonth(),
            old.officeHours());

    assertGranted(ledger(dearer));

    assertInstanceOf(Reservation.Exhausted.class, ledger(dearer).reserve("more"));
  }

  @Test
  void letsNobodyElseAskForTheSameUntilTheClaimEnds() throws IOException {
    CallLedger one = ledger(Budgets.of(9, 9, 9, "9 EUR"));
    CallLedger other = ledger(Budgets.of(9, 9, 9, "9 EUR"));
    assertInstanceOf(Reservation.Granted.class, one.reserve("NA"));

    assertEquals(new Reservation.Claimed(clock.instant().plus(CLAIM)), other.reserve("NA"));
    assertTrue(other.isClaimed("NA"));
    clock.add(CLAIM);
    assertInstanceOf(Reservation.Granted.class, other.reserve("NA"));
  }

  @Test
  void aClaimLastsOverTheEndOfTheMonthAndForWhoComesLater() throws IOException {
    clock.set("2026-03-31T21:59:50Z");
    assertInstanceOf(Reservation.Granted.class, ledger(Budgets.of(9, 9, 9, "9 EUR")).reserve("NA"));

    clock.set("2026-03-31T22:00:10Z");

    assertInstanceOf(Reservation.Claimed.class, ledger(Budgets.of(9, 9, 9, "9 EUR")).reserve("NA"));
  }

  @Test
  void whoClaimsMayAskAgain() throws IOException {
    CallLedger ledger = ledger(Budgets.of(9, 9, 9, "9 EUR"));
    assertInstanceOf(Reservation.Granted.class, ledger.reserve("NA"));

    assertInstanceOf(Reservation.Granted.class, ledger.reserve("NA"));
  }

  @Test
  void aClockThatIsBehindDoesNotOpenAWindowTwice() throws IOException {
    CallLedger ahead = ledger(Budgets.of(1, 9, 9, "9 EUR"));
    clock.set("2026-03-20T11:00:30Z");
    assertGranted(ahead);
    clock.set("2026-03-20T10:59:00Z");

    CallLedger behind = ledger(Budgets.of(1, 9, 9, "9 EUR"));

    assertEquals(
        new Reservation.Exhausted(Ending.Why.HOUR, Instant.parse("2026-03-20T12:00:00Z")),
        behind.reserve("more"));
  }

  @Test
  void refusesToCountWithAClockThatIsWrong() throws IOException {
    assertGranted(ledger(Budgets.of(9, 9, 9, "9 EUR")));
    clock.set("2026-03-20T10:04:59Z");
    CallLedger ledger = ledger(Budgets.of(9, 9, 9, "9 EUR"));

    var thrown = assertThrows(DamagedJournalException.class, () -> ledger.reserve("more"));

    assertEquals(
        "gather/rates/calls/2026-03/000001.json was reserved at"
            + " 2026-03-20T11:15+01:00[Europe/Amsterdam], and here it is"
            + " 2026-03-20T11:04:59+01:00[Europe/Amsterdam]: a clock is wrong; set it right",
        thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"format-version\":2}",
        "{\"at\":\"2026-03-20T10:00:00Z\",\"format-version\":1,\"gatherer\":\"g\",\"in-day\":1,"
            + "\"in-hour\":2,\"key\":\"NA\",\"number\":1,\"spent-micros\":1,\"zone\":\"UTC\"}",
        "{\"at\":\"2026-03-20T10:00:00Z\",\"format-version\":1,\"gatherer\":\"g\",\"in-day\":1,"
            + "\"in-hour\":1,\"key\":\"NA\",\"number\":2,\"spent-micros\":1,\"zone\":\"UTC\"}"
      })
  void makesNoCallIfTheBudgetCannotBeRead(String damaged) throws IOException {
    String name = "gather/rates/calls/2026-03/000001.json";
    assertTrue(store.create(name, damaged.getBytes(StandardCharsets.UTF_8)));
    CallLedger ledger = ledger(Budgets.of(9, 9, 9, "9 EUR"));

    var thrown = assertThrows(DamagedJournalException.class, () -> ledger.reserve("more"));

    assertTrue(
        thrown
            .getMessage()
            .startsWith("The call budget cannot be read, so no call is made; " + name),
        thrown.getMessage());
  }

  @Test
  void makesNoCallIfACallWasRemoved() throws IOException {
    assertTrue(store.create("gather/rates/calls/2026-03/000002.json", new byte[0]));
    CallLedger ledger = ledger(Budgets.of(9, 9, 9, "9 EUR"));

    var thrown = assertThrows(DamagedJournalException.class, () -> ledger.reserve("more"));

    assertEquals(
        "Expected gather/rates/calls/2026-03/000001.json in the store, found"
            + " gather/rates/calls/2026-03/000002.json in its place: a document was removed or"
            + " added by hand; put it right",
        thrown.getMessage());
  }

  @Test
  void doesNotMindWhatIsStillBeingWritten() throws IOException {
    assertGranted(ledger(Budgets.of(9, 9, 9, "9 EUR")));
    assertTrue(store.create("gather/rates/calls/2026-03/000002.json-1f0c", new byte[0]));

    assertEquals(1, ledger(Budgets.of(9, 9, 9, "9 EUR")).usage().month());
  }

  @Test
  void keepsTheZoneUntilTheMonthEnds() throws IOException {
    assertGranted(ledger(Budgets.of(9, 9, 9, "9 EUR")));
    CallLedger elsewhere = ledger(Budgets.of(9, 9, 9, "9 EUR", "UTC"));

    var thrown = assertThrows(DamagedJournalException.class, () -> elsewhere.reserve("more"));

    assertEquals(
        "The calls of this month are counted in Europe/Amsterdam, the settings say UTC: change"
            + " budget.zone when a month begins",
        thrown.getMessage());
  }

  private CallLedger ledger(BudgetSettings budget) {
    return new CallLedger(store, "gather/rates", budget, CLAIM, clock, "gatherer-" + keys++);
  }

  private void assertGranted(CallLedger ledger) throws IOException {
    assertInstanceOf(Reservation.Granted.class, ledger.reserve("key-" + keys++));
  }
}
