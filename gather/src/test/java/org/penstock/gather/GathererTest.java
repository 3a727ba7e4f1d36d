package org.penstock.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.InMemoryArtifactStore;
import org.penstock.config.BackoffSettings;
import org.penstock.config.GatherSettings;
import org.penstock.config.GatheringConfig;
import org.penstock.config.SampleSettings;
import org.penstock.config.UploadSettings;

class GathererTest {

  @TempDir private Path scratch;
  private InMemoryArtifactStore store;
  private final SetClock clock = new SetClock("2026-03-20T10:15:00Z");
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> slept = new ArrayList<>();
  private int gatherers;

  @BeforeEach
  void open() {
    store = new InMemoryArtifactStore(scratch);
  }

  @Test
  void asksEachKeyOnceAndThenNeverAgain() throws Exception {
    Gathered first = gather(answering(), 9, "b", "a");
    Gathered second = gather(answering(), 9, "a", "b", "c");

    assertEquals(List.of("a", "b", "c"), asked);
    assertTrue(first.complete());
    assertEquals(Ending.Why.COMPLETE, second.ending().why());
    assertEquals(1, second.calls());
    assertEquals(3, second.usage().month());
    assertEquals("0.03 EUR", second.usage().spent().toString());
  }

  @Test
  void asksAgainWhatIsTooOld() throws Exception {
    gather(answering(), 9, "a");
    clock.add(Duration.ofDays(30).minusMillis(1));
    gather(answering(), 9, "a");
    assertEquals(List.of("a"), asked);

    clock.add(Duration.ofMillis(1));
    gather(answering(), 9, "a");

    assertEquals(List.of("a", "a"), asked);
  }

  @Test
  void waitsLongerAfterEachFailure() throws Exception {
    Gathered gathered = gather(key -> failed(key, Optional.empty()), 9, "a");

    assertEquals(List.of("a", "a", "a"), asked);
    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), slept);
    assertEquals("broken", gathered.failed().get("a"));
    assertEquals(Ending.Why.VENDOR, gathered.ending().why());
  }

  @Test
  void waitsAsLongAsTheVendorSays() throws Exception {
    gather(
        key ->
            asked.size() < 1
                ? failed(key, Optional.of(Duration.ofSeconds(7)))
                : answering().ask(key),
        9,
        "a");

    assertEquals(List.of(Duration.ofSeconds(7)), slept);
    assertEquals(List.of("a", "a"), asked);
  }

  @Test
  void leavesAVendorAloneThatFailsForThreeKeysInARow() throws Exception {
    Gathered gathered = gather(key -> failed(key, Optional.empty()), 99, "a", "b", "c", "d");

    assertEquals(9, asked.size());
    assertEquals(List.of("a", "b", "c"), List.copyOf(gathered.failed().keySet()));
    assertEquals(List.of("d"), List.copyOf(gathered.open()));
  }

  @Test
  void anAnswerInBetweenShowsThatTheVendorIsThere() throws Exception {
    Gathered gathered =
        gather(
            key -> key.equals("c") ? answering().ask(key) : failed(key, Optional.empty()),
            99,
            "a",
            "b",
            "c",
            "d",
            "e");

    assertEquals(List.of("a", "b", "d", "e"), List.copyOf(gathered.failed().keySet()));
    assertEquals(List.of(), List.copyOf(gathered.open()));
  }

  @Test
  void bringsBackWhatWasAnsweredBeforeTheBudgetEnded() throws Exception {
    gather(answering(), 9, "y", "z");

    Gathered gathered = gather(answering(), 3, "a", "b", "y", "z");

    assertEquals(List.of("a", "y", "z"), List.copyOf(gathered.answers().keySet()));
    assertEquals(List.of("b"), List.copyOf(gathered.open()));
    assertEquals(Ending.Why.MONTH, gathered.ending().why());
  }

  @Test
  void twoAtOnceShareTheWork() throws Exception {
    Gathered[] other = new Gathered[1];
    Vendor vendor =
        key -> {
          if (other[0] == null && key.equals("a")) {
            // In the middle of the call another gatherer does what there is to do.
            asked.add("(");
            other[0] = anyhow(() -> gather(answering(), 99, "b", "c"));
            asked.add(")");
          }
          return answering().ask(key);
        };

    Gathered gathered = gather(vendor, 99, "a", "b", "c");

    assertEquals(List.of("(", "b", "c", ")", "a"), asked);
    assertEquals(1, gathered.calls());
    assertEquals(3, gathered.answers().size());
  }

  @Test
  void aKeyOfAKilledGathererIsAskedWhenItsClaimEnds() throws Exception {
    assertThrows(
        IllegalStateException.class,
        () ->
            gather(
                _ -> {
                  throw new IllegalStateException("killed");
                },
                9,
                "a"));

    Gathered gathered = gather(answering(), 9, "a", "b");

    assertEquals(List.of("b", "a"), asked);
    assertTrue(gathered.complete());
    Duration waited = slept.stream().reduce(Duration.ZERO, Duration::plus);
    assertEquals(Duration.ofSeconds(22), waited);
    assertEquals(3, gathered.usage().month());
  }

  @Test
  void whatIsRefusedIsNotTriedAgain() {
    var thrown =
        assertThrows(
            VendorRefusedException.class,
            () ->
                gather(
                    key -> {
                      asked.add(key);
                      return new Reply.Refused("no");
                    },
                    9,
                    "a",
                    "b"));

    assertEquals(
        "no for 'a', which no further call would change; 0 of 2 keys are answered and kept",
        thrown.getMessage());
    assertEquals(List.of("a"), asked);
  }

  private Vendor answering() {
    return key -> {
      asked.add(key);
      return key.equals("z") ? new Reply.Absent() : new Reply.Found("about " + key);
    };
  }

  private Reply failed(String key, Optional<Duration> after) {
    asked.add(key);
    return new Reply.Failed("broken", after);
  }

  private Gathered gather(Vendor vendor, int calls, String... keys)
      throws IOException, InterruptedException {
    GatheringConfig config =
        new GatheringConfig(
            "rates",
            "Rates",
            new SampleSettings(1, 1),
            new GatherSettings(
                Optional.empty(),
                "/{key}",
                Duration.ofSeconds(10),
                3,
                new BackoffSettings(Duration.ofSeconds(1), 2, Duration.ofSeconds(30), 0, 1),
                Duration.ofMinutes(1),
                Duration.ofDays(30),
                0),
            Budgets.of(calls, calls, calls, "9 EUR"),
            new UploadSettings("/{client}", "c", "f"));
    GatherBooks books =
        GatherBooks.open(store, config, "v", "answers", false, clock, "g" + gatherers++);
    return new Gatherer(
            vendor,
            (_, _) -> Optional.empty(),
            config.gather(),
            books,
            clock,
            time -> {
              slept.add(time);
              clock.add(time);
            },
            new Quiet())
        .gather(new TreeSet<>(Arrays.asList(keys)));
  }

  private interface Work {
    Gathered run() throws IOException, InterruptedException;
  }

  private static Gathered anyhow(Work work) throws InterruptedException {
    try {
      return work.run();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Quiet() implements GatherListener {

    @Override
    public void progress(int done, int total) {}

    @Override
    public void called(int number, String key, String outcome) {}

    @Override
    public void waits(Duration time, String reason) {}
  }
}
