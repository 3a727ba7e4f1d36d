package org.penstock.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.row.Id;
import org.penstock.row.RowSchema;

class IdSetTest {

  record Number(@Id long id) {}

  record Text(@Id String id) {}

  record Pair(@Id LocalDate day, @Id int number) {}

  record None(int number) {}

  @ParameterizedTest
  @ValueSource(longs = {10, 100_000, Long.MAX_VALUE})
  void knowsEveryNumberAgain(long bound) {
    SplittableRandom random = new SplittableRandom(bound);
    IdSet ids = new IdSet(RowSchema.of(Number.class));
    Set<Long> expected = new HashSet<>();
    RowValues row = new RowValues(1);
    for (int i = 0; i < 50_000; i++) {
      row.numbers[0] = random.nextLong(-bound, bound);
      assertEquals(expected.add(row.numbers[0]), ids.add(row));
    }
  }

  @Test
  void knowsTheOutermostNumbers() {
    IdSet ids = new IdSet(RowSchema.of(Number.class));
    RowValues row = new RowValues(1);
    for (long id : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 63, 64}) {
      row.numbers[0] = id;
      assertTrue(ids.add(row));
      assertFalse(ids.add(row));
    }
  }

  @Test
  void knowsEveryTextAgain() {
    IdSet ids = new IdSet(RowSchema.of(Text.class));
    RowValues row = new RowValues(1);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 20_000; i++) {
        row.objects[0] = Integer.toString(i, 7);
        assertEquals(round == 0, ids.add(row));
      }
    }
  }

  @Test
  void takesSeveralColumnsTogetherAsOneId() {
    IdSet ids = new IdSet(RowSchema.of(Pair.class));
    RowValues row = new RowValues(2);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 100; i++) {
        row.objects[0] = LocalDate.ofEpochDay(i / 10);
        row.numbers[1] = i % 10;
        assertEquals(round == 0, ids.add(row));
      }
    }
  }

  @Test
  void isNotUsedForRowsWithoutAnId() {
    assertFalse(new IdSet(RowSchema.of(None.class)).isUsed());
  }
}
