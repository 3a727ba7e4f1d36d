package org.penstock.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penstock.config.BackoffSettings;

class BackoffTest {

  private static final BackoffSettings STEADY =
      new BackoffSettings(Duration.ofSeconds(1), 3, Duration.ofSeconds(20), 0, 7);
  private static final BackoffSettings JITTER =
      new BackoffSettings(Duration.ofSeconds(8), 1, Duration.ofSeconds(8), 0.25, 7);

  @Test
  void growsUpToTheMost() {
    Backoff backoff = new Backoff(STEADY, "a");

    assertEquals(
        List.of(1L, 3L, 9L, 20L, 20L),
        IntStream.rangeClosed(1, 5).mapToObj(i -> backoff.after(i).toSeconds()).toList());
  }

  @Test
  void drawsAPartOfTheWaitWithinBounds() {
    Backoff backoff = new Backoff(JITTER, "a");

    for (int i = 0; i < 1000; i++) {
      long millis = backoff.after(1).toMillis();
      assertTrue(millis >= 6000 && millis <= 8000, "waits " + millis);
    }
  }

  @Test
  void repeatsWithTheSeedAndDiffersFromAnotherGatherer() {
    assertEquals(new Backoff(JITTER, "a").after(1), new Backoff(JITTER, "a").after(1));
    assertNotEquals(new Backoff(JITTER, "a").after(1), new Backoff(JITTER, "b").after(1));
  }
}
