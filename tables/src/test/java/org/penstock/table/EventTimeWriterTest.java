package org.penstock.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.row.EventTime;
import org.penstock.row.RowSchema;

class EventTimeWriterTest {

  record Event(@EventTime LocalDate day, int number) {}

  record Timeless(int number) {}

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 50, 1000})
  void sortsStablyHoweverFewRowsFitInMemory(int runRows) throws IOException {
    SplittableRandom random = new SplittableRandom(runRows);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      events.add(new Event(LocalDate.ofEpochDay(random.nextInt(-20, 20)), i));
    }

    List<Event> sorted = write(Event.class, events, runRows, false);

    assertEquals(events.stream().sorted(Comparator.comparing(Event::day)).toList(), sorted);
  }

  @Test
  void writesRowsInOrderWithoutSorting() throws IOException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      events.add(new Event(LocalDate.ofEpochDay(i / 10), i));
    }

    assertEquals(events, write(Event.class, events, 7, true));
  }

  @Test
  void sortsWhenTheLastRowAloneIsLate() throws IOException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      events.add(new Event(LocalDate.ofEpochDay(i), i));
    }
    events.add(new Event(LocalDate.ofEpochDay(0), 100));

    List<Event> sorted = write(Event.class, events, 7, false);

    assertEquals(List.of(0, 100, 1), sorted.stream().limit(3).map(Event::number).toList());
    assertEquals(101, sorted.size());
  }

  @Test
  void keepsRowsWithoutAnEventTimeAsTheyCome() throws IOException {
    List<Timeless> rows = List.of(new Timeless(3), new Timeless(1), new Timeless(2));

    assertEquals(rows, write(Timeless.class, rows, 2, true));
  }

  @Test
  void writesAnEmptyTable() throws IOException {
    assertEquals(List.of(), write(Event.class, List.of(), 7, true));
  }

  private <R extends Record> List<R> write(
      Class<R> type, List<R> rows, int runRows, boolean inOrder) throws IOException {
    RowSchema<R> schema = RowSchema.of(type);
    Path file = directory.resolve("events");
    try (EventTimeWriter<R> writer = new EventTimeWriter<>(file, schema, runRows)) {
      for (R row : rows) {
        writer.write(row);
      }
      assertEquals(rows.size(), writer.rows());
      assertEquals(inOrder, writer.isInOrder());
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(file), files.toList());
    }
    List<R> read = new ArrayList<>();
    try (RowReader<R> reader = ParquetRows.read(file, schema)) {
      reader.forEachRemaining(read::add);
    }
    return read;
  }
}
