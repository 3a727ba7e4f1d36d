package org.penstock.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.penstock.row.Column;
import org.penstock.row.Constraint;
import org.penstock.row.Problem;
import org.penstock.row.RowSchema;

/** Makes rows of the fields of a CSV file, after its header. */
final class CsvParser<R extends Record> {

  private static final int SHOWN_BYTES = 200;
  private static final CellReader SKIP = (bytes, from, to, into) -> CellReader.Outcome.GOOD;

  private final String table;
  private final RowSchema<R> schema;
  private final RowFactory<R> factory;
  private final RowValues values;
  private final IdSet ids;
  private final Map<String, String> given;
  private final Function<? super R, Optional<Problem>> rule;
  private final QuotedField quoted = new QuotedField();
  private Optional<CsvHeader> header = Optional.empty();
  private CellReader[] readers = new CellReader[0];
  private CsvBatch<R> batch = new CsvBatch<>();
  private long line = 1;

  /**
   * @param given column to the text that it has in every row, though not in the file
   * @param ids of the rows of other files of the same table
   * @param rule finds what else may be wrong with a row
   */
  CsvParser(
      String table,
      RowSchema<R> schema,
      Map<String, String> given,
      IdSet ids,
      Function<? super R, Optional<Problem>> rule) {
    this.table = table;
    this.schema = schema;
    this.factory = new RowFactory<>(schema);
    this.values = new RowValues(schema.columns().size());
    this.ids = ids;
    this.given = given;
    this.rule = rule;
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
    CsvHeader matched = CsvHeader.match(table, names, schema, given.keySet());
    given.forEach(this::give);
    this.header = Optional.of(matched);
    this.readers =
        IntStream.of(matched.columns())
            .mapToObj(column -> column < 0 ? SKIP : CellReaders.of(schema, column))
            .toArray(CellReader[]::new);
    return next;
  }

  /** No field of a row is read into this column, so it keeps its value. */
  private void give(String column, String text) {
    int index = schema.indexOf(column);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, bytes.length + ByteBlocks.TAILROOM); // readers look ahead
    if (CellReaders.of(schema, index).read(padded, 0, bytes.length, values)
        != CellReader.Outcome.GOOD) {
      throw new IllegalArgumentException("Column '%s' cannot be '%s'".formatted(column, text));
    }
  }

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
      int to = atLineEnd ? fieldEnd(bytes, from, end) : end;
      CellReader.Outcome outcome = read(field, bytes, from, to);
      if (outcome != CellReader.Outcome.GOOD || atLineEnd != (field == last)) {
        int next = nextRow(bytes, ends, first + field);
        bad(field, next - first, outcome, bytes, from, to);
        return next;
      }
      from = end + 1;
    }
    add();
    return first + last + 1;
  }

  /** Reads one field into the row. */
  private CellReader.Outcome read(int field, byte[] bytes, int from, int to) {
    if (from == to || bytes[from] != '"') {
      return readers[field].read(bytes, from, to, values);
    }

    return quoted.unquote(bytes, from, to)
        ? readers[field].read(quoted.bytes(), 0, quoted.length(), values)
        : CellReader.Outcome.AFTER_QUOTE;
  }

  private void add() {
    if (ids.isUsed() && !ids.add(values)) {
      Column column = schema.columns().get(ids.column());
      bad(column.name(), "repeats the id of an earlier row", Optional.empty());
      return;
    }

    try {
      R row = factory.create(values);
      Optional<Problem> problem = rule.apply(row);
      if (problem.isPresent()) {
        bad(problem.get().column(), problem.get().reason(), Optional.empty());
        return;
      }

      batch.rows().add(row);
    } catch (IllegalArgumentException e) {
      bad("", e.getMessage(), Optional.empty());
    }
  }

  /** Notes a wrong number of fields, as that makes values wrong too, or else a wrong value. */
  private void bad(
      int field, int fields, CellReader.Outcome outcome, byte[] bytes, int from, int to) {
    if (fields != readers.length) {
      bad("", "has %d fields, expected %d".formatted(fields, readers.length), Optional.empty());
      return;
    }

    int index = header.orElseThrow().columns()[field];
    if (index < 0) {
      bad("", "field %d has text after its closing quote".formatted(field + 1), Optional.empty());
      return;
    }

    Column column = schema.columns().get(index);
    Constraint constraint = Constraint.of(column, schema.spelling(index));
    String text = text(outcome, bytes, from, to);
    Problem problem =
        switch (outcome) {
          case MISSING -> constraint.missing();
          case OUT_OF_RANGE -> constraint.outOfRange(text);
          case NOT_UTF8 -> new Problem(column.name(), "is not text in UTF-8");
          case AFTER_QUOTE -> new Problem(column.name(), "has text after its closing quote");
          case GOOD, MISMATCH -> constraint.mismatch(text);
        };
    bad(problem.column(), problem.reason(), Optional.of(text).filter(t -> !column.personal()));
  }

  private String text(CellReader.Outcome outcome, byte[] bytes, int from, int to) {
    boolean unquoted = from < to && bytes[from] == '"' && outcome != CellReader.Outcome.AFTER_QUOTE;
    byte[] source = unquoted ? quoted.bytes() : bytes;
    int start = unquoted ? 0 : from;
    int length = unquoted ? quoted.length() : to - from;
    return new String(source, start, Math.min(length, SHOWN_BYTES), StandardCharsets.UTF_8);
  }

  private void bad(String column, String reason, Optional<String> text) {
    batch.badRows().add(new BadRow(line, column, reason, text));
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
