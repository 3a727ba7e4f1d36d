package org.penstock.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ClassArchiveTest {

  private static final int SIZE = 100_000;

  @Test
  void forgetsWholeTimesThoughOnlyTheirLastBytesDiffer() {
    byte[] archive = new byte[SIZE];
    archive[8000] = 1;
    archive[8001] = 2;
    byte[] twin = archive.clone();
    twin[8000] = 9;

    assertArrayEquals(new byte[SIZE], ClassArchive.withoutTimes(archive, twin));
    assertArrayEquals(new byte[SIZE], ClassArchive.withoutTimes(twin, archive));
  }

  @Test
  void forgetsNoMoreThanTheChecksumInTheHeader() {
    byte[] archive = new byte[SIZE];
    archive[3] = 3;
    archive[8] = 8;
    byte[] expected = archive.clone();
    byte[] twin = archive.clone();
    archive[4] = 1;
    twin[7] = 1;

    assertArrayEquals(expected, ClassArchive.withoutTimes(archive, twin));
  }

  @Test
  void refusesFilesThatDifferInMore() {
    byte[] twin = new byte[SIZE];
    for (int i = 0; i <= SIZE / 1000; i++) {
      twin[i] = 1;
    }

    var failure =
        assertThrows(ImageException.class, () -> ClassArchive.withoutTimes(new byte[SIZE], twin));

    assertEquals(
        "Two archives of the same classes have 100000 and 100000 bytes, and differ in 101: this JDK does not make them alike, and the image would be another one at every build",
        failure.getMessage());
  }
}
