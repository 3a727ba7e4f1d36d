package org.penstock.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.Role;

class SharedGroupsTest {

  @Test
  void countsTheEntitiesThatAreNotAlone() {
    Dataset dataset =
        Tables.learnable(7)
            .with("id", new Longs(new long[] {1, 2, 3, 4, 5, 1, 6}), Role.ENTITY)
            .with("born", new Longs(new long[] {9, 9, 9, 8, 7, 9, 7}), Role.GROUP)
            .dataset();

    assertEquals(new SharedGroups(6, 3, 5, 3), SharedGroups.of(dataset));
  }

  @Test
  void entitiesAloneShareNothing() {
    assertFalse(SharedGroups.of(Tables.ofEntities(9, 3).dataset()).any());
  }

  @Test
  void numbersKeysInTheOrderTheyAppear() {
    Grouping grouping = Grouping.of(new long[] {5, Long.MIN_VALUE, 5, 0, -1, 0});

    assertArrayEquals(new int[] {0, 1, 0, 2, 3, 2}, grouping.codes());
    assertEquals(4, grouping.count());
  }

  @Test
  void numbersManyKeysLikeASet() {
    long[] keys = new SplittableRandom(1).longs(50_000, 0, 20_000).toArray();

    assertEquals(Arrays.stream(keys).distinct().count(), Grouping.of(keys).count());
  }
}
