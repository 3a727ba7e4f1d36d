package org.penstock.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.penstock.row.RowSchema;

/** What a reader made of some bytes. */
record Csv<R extends Record>(List<R> rows, List<BadRow> badRows, CsvSummary summary) {

  static Csv<Trip> read(String... lines) {
    return read(Trip.class, bytes(lines));
  }

  static <R extends Record> Csv<R> read(Class<R> type, byte[] bytes) {
    List<R> rows = new ArrayList<>();
    List<BadRow> badRows = new ArrayList<>();
    try {
      CsvSummary summary =
          new CsvReader<>(RowSchema.of(type))
              .read("trips.csv", new ByteArrayInputStream(bytes), rows::add, badRows::add);
      return new Csv<>(rows, badRows, summary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
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
