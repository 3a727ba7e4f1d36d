package org.penstock.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.penstock.row.RowSchema;

/**
 * What a reader made of some bytes.
 *
 * @param rows those that keep the contract
 * @param badRows the others
 * @param summary how many there were
 */
public record Csv<R extends Record>(List<R> rows, List<BadRow> badRows, CsvSummary summary) {

  static Csv<Trip> read(String... lines) {
    return read(Trip.class, bytes(lines));
  }

  static <R extends Record> Csv<R> read(Class<R> type, byte[] bytes) {
    return read("trips.csv", type, new ByteArrayInputStream(bytes));
  }

  /** Reads text, of a file that messages call {@code name}. */
  public static <R extends Record> Csv<R> read(String name, Class<R> type, String text) {
    return read(name, type, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Reads a file that messages call {@code name}. */
  public static <R extends Record> Csv<R> read(String name, Class<R> type, InputStream csv) {
    List<R> rows = new ArrayList<>();
    List<BadRow> badRows = new ArrayList<>();
    try {
      CsvSummary summary =
          new CsvReader<>(RowSchema.of(type)).read(name, csv, rows::add, badRows::add);
      return new Csv<>(rows, badRows, summary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the rows of a file in which all are good. */
  public List<R> good() {
    if (!badRows.isEmpty()) {
      throw new AssertionError(badRows);
    }
    return rows;
  }

  static byte[] bytes(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
