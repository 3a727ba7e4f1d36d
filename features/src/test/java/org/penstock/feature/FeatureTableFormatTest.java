package org.penstock.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureTableFormatTest {

  @TempDir private Path directory;

  @Test
  void writesVersion1() throws IOException {
    Path file = write("v1", payment(7, 0, 1), payment(-3, 1, 2));

    try (InputStream golden = getClass().getResourceAsStream("feature-table-v1")) {
      assertArrayEquals(golden.readAllBytes(), Files.readAllBytes(file));
    }
  }

  @Test
  void readsVersion1() throws IOException {
    Path file = directory.resolve("v1");
    try (InputStream golden = getClass().getResourceAsStream("feature-table-v1")) {
      Files.copy(golden, file);
    }

    FeatureTable table = FeatureTable.read(file);

    assertEquals(2, table.size());
    assertArrayEquals(new double[] {1, 10, .1, 0, 0}, features(table, "7"));
    assertEquals(Optional.of(Payment.at(1)), table.eventTime(table.rowOf("-3")));
  }

  @Test
  void refusesAnotherFile() throws IOException {
    Path file = Files.writeString(directory.resolve("t"), "id,amount\n1,2\n");

    var thrown = assertThrows(FeatureTableException.class, () -> FeatureTable.read(file));

    assertEquals(file + " is not a feature table: it does not begin as one", thrown.getMessage());
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    Path file = write("t", payment(1, 0, 1));
    change(file, 11, 2);

    var thrown = assertThrows(FeatureTableException.class, () -> FeatureTable.read(file));

    assertEquals(
        file + " is not a feature table: its format-version is 2, expected 1", thrown.getMessage());
  }

  @Test
  void refusesANegativeNumberOfRows() throws IOException {
    Path file = write("t", payment(1, 0, 1));
    change(file, 12, 0x80);

    var thrown = assertThrows(FeatureTableException.class, () -> FeatureTable.read(file));

    assertEquals(
        file + " is not a feature table: -2147483647 rows are not in it", thrown.getMessage());
  }

  @Test
  void refusesEveryCut() throws IOException {
    byte[] whole = Files.readAllBytes(write("t", payment(1, 0, 1), payment(2, 0, 1)));

    for (int length = 0; length < whole.length; length++) {
      Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, length));
      assertThrows(FeatureTableException.class, () -> FeatureTable.read(cut));
    }
  }

  @Test
  void refusesEveryChangedByte() throws IOException {
    Path file = write("t", payment(1, 0, 1), payment(2, 0, 1));
    byte[] whole = Files.readAllBytes(file);

    for (int i = 0; i < whole.length; i++) {
      change(file, i, whole[i] ^ 0x40);
      assertThrows(FeatureTableException.class, () -> FeatureTable.read(file));
      Files.write(file, whole);
    }
  }

  @Test
  void refusesBytesAfterTheEnd() throws IOException {
    Path file = write("t", payment(1, 0, 1));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));

    var thrown = assertThrows(FeatureTableException.class, () -> FeatureTable.read(file));

    assertEquals(file + " is not a feature table: its checksum differs", thrown.getMessage());
  }

  private static void change(Path file, int index, int value) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[index] = (byte) value;
    Files.write(file, bytes);
  }

  private static Featured<Payment, Payment.Features> payment(long payer, int hour, int count) {
    return new Featured<>(
        Payment.of(payer, hour, 1),
        new Payment.Features(count, OptionalDouble.of(count * 10), .1, 0, hour));
  }

  @SafeVarargs
  private Path write(String name, Featured<Payment, Payment.Features>... rows) throws IOException {
    var writer = new FeatureTableWriter<>(new Payment.View());
    for (var row : rows) {
      writer.add(row);
    }
    Path file = directory.resolve(name);
    writer.write(file);
    return file;
  }

  private static double[] features(FeatureTable table, String id) {
    double[] features = new double[table.features().size()];
    table.features(table.rowOf(id), features);
    return features;
  }
}
