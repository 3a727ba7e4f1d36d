package org.penstock.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads YAML into records. */
public final class RecordReader {

  private RecordReader() {}

  /** Reads {@code file}. */
  public static <C extends Record> C read(Path file, Class<C> type) throws IOException {
    try (InputStream yaml = Files.newInputStream(file)) {
      return read(yaml, file.toString(), type);
    }
  }

  /** Reads {@code yaml}, which stays open. */
  public static <C extends Record> C read(InputStream yaml, String name, Class<C> type)
      throws IOException {
    throw new UnsupportedOperationException(name + type);
  }
}
