package org.penstock.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.row.Entity;
import org.penstock.row.RowSchema;

class FeatureTableTest {

  @TempDir private Path directory;

  @Test
  void holdsTheLastRowOfEveryEntity() throws IOException {
    FeatureTable table = table(payment(7, 0, 1), payment(-3, 1, 2), payment(7, 2, 3));

    assertEquals(2, table.size());
    assertArrayEquals(new double[] {3, 30, .1, 0, 2}, features(table, "7"));
    assertArrayEquals(new double[] {2, 20, .1, 0, 1}, features(table, "-3"));
    assertEquals(Optional.of(Payment.at(2)), table.eventTime(table.rowOf("7")));
  }

  @Test
  void ofTiedRowsHoldsTheLastInRowOrder() throws IOException {
    assertArrayEquals(
        new double[] {2, 20, .1, 0, 0}, features(table(payment(7, 0, 1), payment(7, 0, 2)), "7"));
  }

  @Test
  void missingIsNaN() throws IOException {
    var writer = new FeatureTableWriter<>(new Payment.View());
    writer.add(Payment.of(1, 0, 1), new Payment.Features(0, OptionalDouble.empty(), -0.0, 0, 0));

    double[] features = features(read(writer), "1");

    assertTrue(Double.isNaN(features[1]));
    assertEquals(Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(features[2]));
  }

  @Test
  void rowsAreInTheOrderOfIds() throws IOException {
    FeatureTable table = table(payment(10, 0, 1), payment(9, 0, 1), payment(-1, 0, 1));

    assertEquals(List.of("-1", "9", "10"), List.of(table.id(0), table.id(1), table.id(2)));
  }

  @Test
  void keepsTheDescriptionOfTheColumns() throws IOException {
    FeatureTable table = table(payment(7, 0, 1));

    assertEquals(RowSchema.of(Payment.class).columns().getFirst(), table.entity());
    assertEquals(RowSchema.of(Payment.Features.class).columns(), table.features());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "x",
        "1.0",
        "1e3",
        " 1",
        "+1",
        "٣",
        "9223372036854775808",
        "9999999999999999999",
        "-9999999999999999999"
      })
  void isNotAnId(String id) throws IOException {
    FeatureTable table = table(payment(7, 0, 1));

    assertFalse(table.isEntityId(id));
    assertEquals(-1, table.rowOf(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "8", "-7", "9223372036854775807", "-9223372036854775808"})
  void isAnUnknownId(String id) throws IOException {
    FeatureTable table = table(payment(7, 0, 1));

    assertTrue(table.isEntityId(id));
    assertEquals(-1, table.rowOf(id));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE})
  void findsTheOutermostIds(long id) throws IOException {
    FeatureTable table = table(payment(id, 0, 1));

    assertEquals(0, table.rowOf(Long.toString(id)));
    assertEquals(Long.toString(id), table.id(0));
  }

  @Test
  void idsMayBeTexts() throws IOException {
    var writer = new FeatureTableWriter<>(new TextView());
    for (String who : List.of("ı", "b", "a")) {
      writer.add(new TextRow(who), new TextFeatures(who.charAt(0)));
    }

    FeatureTable table = read(writer);

    assertEquals(List.of("a", "b", "ı"), List.of(table.id(0), table.id(1), table.id(2)));
    assertArrayEquals(new double[] {'ı'}, features(table, "ı"));
    assertTrue(table.isEntityId("c"));
    assertEquals(-1, table.rowOf("c"));
    assertEquals(Optional.empty(), table.eventTime(0));
  }

  @Test
  void equalContentGivesEqualBytesWhateverTheOrderOfEntities() throws IOException {
    Path first = write("first", payment(1, 0, 1), payment(2, 0, 2), payment(3, 0, 3));
    Path second = write("second", payment(3, 0, 3), payment(1, 0, 1), payment(2, 0, 2));

    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void anEmptyTableIsATable() throws IOException {
    FeatureTable table = table();

    assertEquals(0, table.size());
    assertEquals(-1, table.rowOf("1"));
    assertTrue(table.hasEntities());
  }

  @Test
  void theTableOfRowsWithoutAnEntityIsEmpty() throws IOException {
    var writer = new FeatureTableWriter<>(new NobodysView());
    writer.add(new Nobodys(1), new TextFeatures(1));

    FeatureTable table = read(writer);

    assertEquals(0, table.size());
    assertEquals(List.of(), writer.latest());
    assertEquals("entity", table.entity().name());
    assertFalse(table.hasEntities());
  }

  private static Featured<Payment, Payment.Features> payment(long payer, int hour, int count) {
    return new Featured<>(
        Payment.of(payer, hour, 1),
        new Payment.Features(count, OptionalDouble.of(count * 10), .1, 0, hour));
  }

  @SafeVarargs
  private FeatureTable table(Featured<Payment, Payment.Features>... rows) throws IOException {
    return FeatureTable.read(write("table", rows));
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

  private FeatureTable read(FeatureTableWriter<?, ?> writer) throws IOException {
    Path file = directory.resolve("read");
    writer.write(file);
    return FeatureTable.read(file);
  }

  private static double[] features(FeatureTable table, String id) {
    double[] features = new double[table.features().size()];
    table.features(table.rowOf(id), features);
    return features;
  }

  record TextRow(@Entity String who) {}

  record TextFeatures(int letter) {}

  record TextView() implements FeatureView<TextRow, TextFeatures> {
    @Override
    public Class<TextRow> rowType() {
      return TextRow.class;
    }

    @Override
    public Class<TextFeatures> featureType() {
      return TextFeatures.class;
    }

    @Override
    public History<TextRow, TextFeatures> history() {
      throw new UnsupportedOperationException();
    }
  }

  record Nobodys(int value) {}

  record NobodysView() implements FeatureView<Nobodys, TextFeatures> {
    @Override
    public Class<Nobodys> rowType() {
      return Nobodys.class;
    }

    @Override
    public Class<TextFeatures> featureType() {
      return TextFeatures.class;
    }

    @Override
    public History<Nobodys, TextFeatures> history() {
      throw new UnsupportedOperationException();
    }
  }
}
