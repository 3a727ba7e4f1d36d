package org.penstock.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Stores;
import org.penstock.artifact.s3.LocalS3;

/** The budget in a bucket, over the protocol. */
class LedgerOnS3Test {

  private static final int BUDGET = 20;
  private static final int GATHERERS = 4;

  private final SetClock clock = new SetClock("2026-03-20T10:15:00Z");
  private LocalS3 s3;

  @BeforeEach
  void start() throws Exception {
    s3 = LocalS3.start();
    s3.createBucket("bucket");
    System.setProperty("aws.accessKeyId", LocalS3.ACCESS_KEY);
    System.setProperty("aws.secretKey", LocalS3.SECRET_KEY);
  }

  @AfterEach
  void stop() throws Exception {
    s3.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretKey");
  }

  @Test
  void fourWhoRaceUseTheBudgetToTheLastCallAndNoFurther() throws Exception {
    Set<Integer> granted = new ConcurrentSkipListSet<>();
    List<Future<Integer>> counts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(GATHERERS)) {
      for (int i = 0; i < GATHERERS; i++) {
        int id = i;
        Callable<Integer> gatherer = () -> reserve(id, granted);
        counts.add(threads.submit(gatherer));
      }
    }
    int calls = 0;
    for (Future<Integer> count : counts) {
      calls += count.get();
    }

    assertEquals(BUDGET, calls);
    assertEquals(
        IntStream.rangeClosed(1, BUDGET).boxed().collect(Collectors.toSet()), Set.copyOf(granted));
  }

  private int reserve(int id, Set<Integer> granted) throws IOException {
    ArtifactStore store = Stores.open("s3://bucket/budget", Optional.of(s3.endpoint()));
    CallLedger ledger =
        new CallLedger(
            store,
            "gather/rates",
            Budgets.of(BUDGET, BUDGET, BUDGET, "9 EUR"),
            Duration.ofSeconds(30),
            clock,
            "g" + id);
    int calls = 0;
    for (int i = 0;
        ledger.reserve("k%d-%d".formatted(id, i)) instanceof Reservation.Granted g;
        i++) {
      granted.add(g.call().number());
      calls++;
    }
    return calls;
  }
}
