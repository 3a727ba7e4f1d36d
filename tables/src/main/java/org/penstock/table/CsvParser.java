package org.penstock.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penstock.row.Column;
import org.penstock.row.Constraint;
import org.penstock.row.Problem;
import org.penstock.row.RowSchema;

/** Makes rows of the fields of a CSV file, after its header. */
final class CsvParser<R extends Record> {

  private static final int SHOWN_BYTES = 200;

  private final String table;
  private final RowSchema<R> schema;
  private final RowFactory<R> factory;
  private final RowValues values;
  private final IdSet ids;
  private final QuotedField quoted = new QuotedField();
  private Optional<CsvHeader> header = Optional.empty();
  private CellReader[] readers = new CellReader[0];
  private CsvBatch<R> batch = new CsvBatch<>();
  private long line = 1;

  CsvParser(String table, RowSchema<R> schema) {
    this.table = table;
    this.schema = schema;
    this.factory = new RowFactory<>(schema);
    this.values = new RowValues(schema.columns().size());
    this.ids = new IdSet(schema);
  }

  /** Where a batch goes when it is full. */
  interface Sink<R> {
    void accept(CsvBatch<R> batch) throws InterruptedException;
  }

  /** Returns the line at which the next row begins. */
  long line() {
    return line;
  }

  Optional<CsvHeader> header() {
    return header;
  }

  /** Reads the whole rows that {@code index} found from {@code from} on. */
  void parse(byte[] bytes, int from, FieldIndex index, Sink<R> sink) throws InterruptedException {
    int[] ends = index.ends();
    int start = from;
    int field = 0;
    while (field < index.count()) {
      int next = header.isEmpty() ? header(bytes, start, ends) : row(bytes, start, ends, field);
      int end = ends[next - 1];
      line += index.hasQuotedNewlines() ? newlines(bytes, start, end + 1) : 1;
      start = end + 1;
      field = next;
      if (batch.isFull()) {
        sink.accept(batch);
        batch = new CsvBatch<>();
      }
    }
  }

  /** Ends the file; {@code rest} bytes are a row whose quoted field is not closed. */
  void finish(int rest, Sink<R> sink) throws InterruptedException {
    if (rest > 0) {
      bad("", "a quoted field is not closed before the end of the file", Optional.empty());
    }
    sink.accept(batch);
  }

  private int header(byte[] bytes, int from, int[] ends) {
    List<String> names = new ArrayList<>();
    int next = 0;
    int start = from;
    do {
      int end = fieldEnd(bytes, start, ends[next]);
      boolean inQuotes = start < end && bytes[start] == '"' && quoted.unquote(bytes, start, end);
      names.add(
          inQuotes
              ? new String(quoted.bytes(), 0, quoted.length(), StandardCharsets.UTF_8)
              : new String(bytes, start, end - start, StandardCharsets.UTF_8));
      start = ends[next] + 1;
    } while (bytes[ends[next++]] != '\n');
    CsvHeader matched = CsvHeader.match(table, names, schema);
    this.header = Optional.of(matched);
    this.readers =
        IntStream.of(matched.columns())
            .mapToObj(column -> column < 0 ? SKIP : CellReaders.of(schema, column))
            .toArray(CellReader[]::new);
    return next;
  }

  private static final CellReader SKIP = (bytes, from, to, into) -> CellReader.Outcome.GOOD;

  /** Reads one row; returns the index of the first field of the next. */
  private int row(byte[] bytes, int start, int[] ends, int first) {
    int last = readers.length - 1;
    int from = start;
    if (last > 0 && bytes[ends[first]] == '\n' && fieldEnd(bytes, from, ends[first]) == from) {
      return first + 1;
    }

    for (int field = 0; field <= last; field++) {
      int end = ends[first + field];
      boolean atLineEnd = bytes[end] == '\n';
      if (atLineEnd != (field == last)) {
        int next = nextRow(bytes, ends, first);
        bad("", "has %d fields, expected %d".formatted(next - first, last + 1), Optional.empty());
        return next;
      }

      int to = atLineEnd ? fieldEnd(bytes, from, end) : end;
      if (!cell(field, bytes, from, to)) {
        return nextRow(bytes, ends, first + field);
      }
      from = end + 1;
    }
    add();
    return first + last + 1;
  }

  /** Reads one field into the row; false if it is bad, which is noted. */
  private boolean cell(int field, byte[] bytes, int from, int to) {
    if (from == to || bytes[from] != '"') {
      CellReader.Outcome outcome = readers[field].read(bytes, from, to, values);
      return outcome == CellReader.Outcome.GOOD || badCell(field, outcome, bytes, from, to);
    }

    if (!quoted.unquote(bytes, from, to)) {
      bad(name(field), "has text after its closing quote", Optional.empty());
      return false;
    }

    byte[] text = quoted.bytes();
    CellReader.Outcome outcome = readers[field].read(text, 0, quoted.length(), values);
    return outcome == CellReader.Outcome.GOOD || badCell(field, outcome, text, 0, quoted.length());
  }

  private void add() {
    if (ids.isUsed() && !ids.add(values)) {
      Column column = schema.columns().get(ids.column());
      bad(column.name(), "repeats the id of an earlier row", Optional.empty());
      return;
    }

    try {
      batch.rows().add(factory.create(values));
    } catch (IllegalArgumentException e) {
      bad("", e.getMessage(), Optional.empty());
    }
  }

  private boolean badCell(int field, CellReader.Outcome outcome, byte[] bytes, int from, int to) {
    int index = header.orElseThrow().columns()[field];
    Column column = schema.columns().get(index);
    Constraint constraint = Constraint.of(column, schema.spelling(index));
    String text = new String(bytes, from, Math.min(to - from, SHOWN_BYTES), StandardCharsets.UTF_8);
    Problem problem =
        switch (outcome) {
          case MISSING -> constraint.missing();
          case OUT_OF_RANGE -> constraint.outOfRange(text);
          case NOT_UTF8 -> new Problem(column.name(), "is not text in UTF-8");
          case GOOD, MISMATCH -> constraint.mismatch(text);
        };
    bad(problem.column(), problem.reason(), Optional.of(text).filter(t -> !column.personal()));
    return false;
  }

  private void bad(String column, String reason, Optional<String> text) {
    batch.badRows().add(new BadRow(line, column, reason, text));
  }

  private String name(int field) {
    int index = header.orElseThrow().columns()[field];
    return index < 0 ? "" : schema.columns().get(index).name();
  }

  private static int fieldEnd(byte[] bytes, int from, int end) {
    return bytes[end] == '\n' && end > from && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  private static int nextRow(byte[] bytes, int[] ends, int field) {
    int next = field;
    while (bytes[ends[next]] != '\n') {
      next++;
    }
    return next + 1;
  }

  private static int newlines(byte[] bytes, int from, int to) {
    int newlines = 0;
    for (int i = from; i < to; i++) {
      newlines += bytes[i] == '\n' ? 1 : 0;
    }
    return newlines;
  }
}
