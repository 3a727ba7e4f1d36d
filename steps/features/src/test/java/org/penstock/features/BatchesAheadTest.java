package org.penstock.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesAheadTest {

  @Test
  void keepsTheOrderAndEndsWithWhatIsLeft() throws InterruptedException {
    try (var batches = new BatchesAhead<>(IntStream.range(0, 5).iterator(), 2)) {
      assertEquals(List.of(0, 1), batches.next());
      assertEquals(List.of(2, 3), batches.next());
      assertEquals(List.of(4), batches.next());
      assertEquals(List.of(), batches.next());
    }
  }

  @Test
  void nothingIsAnEmptyBatch() throws InterruptedException {
    try (var batches = new BatchesAhead<>(List.of().iterator(), 2)) {
      assertEquals(List.of(), batches.next());
    }
  }

  @Test
  void throwsWhatTheSourceThrows() throws InterruptedException {
    RuntimeException damaged = new IllegalStateException("damaged");
    Iterator<Integer> source =
        IntStream.iterate(0, i -> i + 1)
            .map(i -> {
              if (i == 2) {
                throw damaged;
              }
              return i;
            })
            .iterator();

    try (var batches = new BatchesAhead<>(source, 2)) {
      assertEquals(List.of(0, 1), batches.next());
      assertSame(damaged, assertThrows(IllegalStateException.class, batches::next));
    }
  }
}
