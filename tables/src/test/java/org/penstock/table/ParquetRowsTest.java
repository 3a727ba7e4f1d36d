package org.penstock.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.row.Entity;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;

class ParquetRowsTest {

  private static final RowSchema<Trip> TRIPS = RowSchema.of(Trip.class);

  record Few(LocalDate booked, Optional<String> note, @Entity long tripId) {}

  record Wrong(int tripId, String late, long colour, String note) {}

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 1025, 5000})
  void readsBackWhatItWrote(int rows) throws IOException {
    List<Trip> trips = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      trips.add(i % 3 == 0 ? Trip.sparse(i) : Trip.of(i));
    }

    Path file = write("trips", trips);

    assertEquals(trips, read(file, TRIPS));
  }

  @Test
  void keepsTimesToTheMicrosecondOnBothSidesOf1970() throws IOException {
    List<Trip> trips = new ArrayList<>();
    for (String time :
        List.of("0001-01-01T00:00", "1969-12-31T23:59:59.999999", "9999-12-31T23:59:59.000001")) {
      trips.add(Trip.of(1).at(LocalDateTime.parse(time)));
    }

    assertEquals(trips, read(write("times", trips), TRIPS));
  }

  @Test
  void writesEqualBytesForEqualRows() throws IOException {
    List<Trip> trips = List.of(Trip.of(1), Trip.sparse(2), Trip.of(3));

    assertArrayEquals(
        Files.readAllBytes(write("one", trips)), Files.readAllBytes(write("two", trips)));
  }

  @Test
  void readsTheColumnsOfASchemaByName() throws IOException {
    Path file = write("trips", List.of(Trip.of(1), Trip.sparse(2)));

    assertEquals(
        List.of(
            new Few(LocalDate.of(2024, 1, 31), Optional.of("nice"), 1),
            new Few(LocalDate.of(1900, 1, 1), Optional.empty(), 2)),
        read(file, RowSchema.of(Few.class)));
  }

  @Test
  void namesEveryColumnThatDoesNotFit() throws IOException {
    Path file = write("trips", List.of(Trip.of(1)));

    var thrown =
        assertThrows(InvalidTableException.class, () -> read(file, RowSchema.of(Wrong.class)));

    assertEquals(
        file
            + ": column 'trip_id' is LONG, expected INT;"
            + " column 'late' is BOOLEAN, expected TEXT;"
            + " column 'colour' is missing;"
            + " column 'note' may be missing, and must not",
        thrown.getMessage());
  }

  @Test
  void isReadByAvroWithItsSchema() throws IOException {
    Path file = write("trips", List.of(Trip.of(1), Trip.sparse(2)));

    List<GenericRecord> records = new ArrayList<>();
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(
                new LocalInputFile(file), new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodec())
            .build()) {
      for (GenericRecord read = reader.read(); read != null; read = reader.read()) {
        records.add(read);
      }
    }

    assertEquals(2, records.size());
    assertEquals(1L, records.get(0).get("trip_id"));
    assertEquals("night train, sleeper", records.get(0).get("back").toString());
    assertEquals(9.99, records.get(0).get("price"));
    assertEquals(
        LocalDate.of(2024, 1, 31).toEpochDay(), ((Number) days(records.get(0))).longValue());
    assertEquals(null, records.get(1).get("price"));
    assertEquals(null, records.get(1).get("ended"));
    assertEquals("Number of the trip", records.get(0).getSchema().getField("trip_id").doc());
  }

  private static Object days(GenericRecord read) {
    return read.get("booked") instanceof LocalDate date
        ? (Object) date.toEpochDay()
        : read.get("booked");
  }

  @Test
  void saysThatThereAreNoMoreRows() throws IOException {
    Path file = write("none", List.of());

    try (RowReader<Trip> rows = ParquetRows.read(file, TRIPS)) {
      assertFalse(rows.hasNext());
      assertThrows(NoSuchElementException.class, rows::next);
    }
  }

  @Test
  void knowsHowManyRowsThereAre() throws IOException {
    Path file = write("trips", List.of(Trip.of(1), Trip.of(2)));

    try (RowReader<Trip> rows = ParquetRows.read(file, TRIPS)) {
      assertEquals(2, rows.rows());
    }
  }

  @Test
  void refusesAFileThatWasNotFinished() throws IOException {
    Path whole = write("whole", List.of(Trip.of(1)));
    byte[] bytes = Files.readAllBytes(whole);
    Path half = directory.resolve("half");
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));

    var thrown = assertThrows(InvalidTableException.class, () -> read(half, TRIPS));

    assertTrue(thrown.getMessage().contains("is no whole Parquet file"), thrown.getMessage());
  }

  @Test
  void refusesADamagedPage() throws IOException {
    List<Trip> trips = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      trips.add(Trip.of(i * 31L));
    }
    Path file = write("damaged", trips);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 100; i < 200; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(file, bytes);

    assertThrows(InvalidTableException.class, () -> read(file, TRIPS));
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThrows(NoSuchFileException.class, () -> read(directory.resolve("none"), TRIPS));
    assertThrows(FileSystemException.class, () -> read(directory, TRIPS));
  }

  private Path write(String name, List<Trip> trips) throws IOException {
    Path file = directory.resolve(name);
    try (RowWriter<Trip> writer = ParquetRows.write(file, TableSchema.of(TRIPS))) {
      for (Trip trip : trips) {
        writer.write(trip);
      }
      assertEquals(trips.size(), writer.rows());
    }
    return file;
  }

  private static <R extends Record> List<R> read(Path file, RowSchema<R> schema)
      throws IOException {
    List<R> rows = new ArrayList<>();
    try (RowReader<R> reader = ParquetRows.read(file, schema)) {
      reader.forEachRemaining(rows::add);
    }
    return rows;
  }
}
