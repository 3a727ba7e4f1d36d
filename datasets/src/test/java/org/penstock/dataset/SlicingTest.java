package org.penstock.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penstock.row.ColumnTable.Data;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.ColumnTable.Texts;
import org.penstock.row.Kind;
import org.penstock.row.Role;

class SlicingTest {

  @Test
  void levelsThatOccurAreSlicesInTheirOrder() {
    Slicing slicing =
        slicing(3, Kind.CATEGORY, List.of("F", "X", "M"), new Numbers(new double[] {2, 0, 2}));

    assertEquals(List.of("F", "M"), slicing.names());
    assertArrayEquals(new int[] {1, 0, 1}, slicing.codes());
  }

  @Test
  void missingIsASliceOfItsOwn() {
    Slicing slicing =
        slicing(3, Kind.TEXT, List.of(), new Texts(new int[] {0, -1, 0}, List.of("a")));

    assertEquals(List.of("a", "missing"), slicing.names());
    assertArrayEquals(new int[] {0, 1, 0}, slicing.codes());
  }

  @Test
  void theRarestOfManyTextsShareASlice() {
    List<String> texts = IntStream.range(0, 20).mapToObj(i -> "t" + i).toList();
    int[] codes = IntStream.range(0, 60).map(i -> i % 20).toArray();
    codes[0] = 19;

    Slicing slicing = slicing(60, Kind.TEXT, List.of(), new Texts(codes, texts));

    assertEquals(13, slicing.names().size());
    assertEquals("others", slicing.names().getLast());
    assertEquals(12, slicing.codes()[20]);
    assertEquals("t19", slicing.names().get(slicing.codes()[0]));
  }

  @Test
  void booleansAreFalseAndTrue() {
    Slicing slicing = slicing(2, Kind.BOOLEAN, List.of(), new Numbers(new double[] {1, 0}));

    assertEquals(List.of("false", "true"), slicing.names());
  }

  @Test
  void fewNumbersAreSlicesOneByOne() {
    Slicing slicing =
        slicing(4, Kind.INT, List.of(), new Numbers(new double[] {3, 1, 3, Double.NaN}));

    assertEquals(List.of("1", "3", "missing"), slicing.names());
    assertArrayEquals(new int[] {1, 0, 1, 2}, slicing.codes());
  }

  @Test
  void manyNumbersAreQuarters() {
    Slicing slicing = slicing(100, Kind.LONG, List.of(), Tables.longs(100, row -> row));

    assertEquals(List.of("0 up to 25", "25 up to 50", "50 up to 75", "from 75"), slicing.names());
    assertEquals(0, slicing.codes()[24]);
    assertEquals(1, slicing.codes()[25]);
    assertEquals(3, slicing.codes()[99]);
  }

  @Test
  void manyNumbersOfWhichMostAreEqualAreFewerSlices() {
    Slicing slicing =
        slicing(100, Kind.LONG, List.of(), Tables.longs(100, row -> row < 70 ? 0 : row));

    assertEquals(List.of("0 up to 75", "from 75"), slicing.names());
  }

  @Test
  void anUnknownColumnIsAnsweredWithTheKnownOnes() {
    var thrown =
        assertThrows(
            NoSuchElementException.class, () -> Slicing.of(Tables.learnable(2).table(), "sex"));

    assertEquals("No column 'sex'; there are [x, status]", thrown.getMessage());
  }

  private static Slicing slicing(int rows, Kind kind, List<String> levels, Data data) {
    return Slicing.of(
        Tables.empty(rows).with("column", kind, levels, data, Role.SLICE).table(), "column");
  }
}
