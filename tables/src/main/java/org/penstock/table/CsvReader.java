package org.penstock.table;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.penstock.row.Problem;
import org.penstock.row.RowSchema;

/**
 * Reads rows from CSV, in the format of <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC
 * 4180</a>: comma, quotes doubled inside quotes, UTF-8 with or without a byte order mark, line ends
 * of Unix or Windows, a header that names the columns in any order. Gzip is unpacked on the way.
 *
 * <p>Two threads work ahead of the caller by a few blocks, so memory does not grow with the file
 * except for the ids seen ({@link org.penstock.row.Id}). Rows and bad rows reach the caller's
 * thread in the order of the file. A reader may be used again, also by several threads.
 *
 * @param <R> the row record
 */
public final class CsvReader<R extends Record> {

  private static final int BATCHES_AHEAD = 8;

  private final RowSchema<R> schema;
  private final Map<String, String> given;
  private final Optional<IdSet> ids;
  private final Function<? super R, Optional<Problem>> rule;

  public CsvReader(RowSchema<R> schema) {
    this(schema, Map.of(), Optional.empty(), _ -> Optional.empty());
  }

  private CsvReader(
      RowSchema<R> schema,
      Map<String, String> given,
      Optional<IdSet> ids,
      Function<? super R, Optional<Problem>> rule) {
    this.schema = requireNonNull(schema, "schema");
    this.given = Map.copyOf(given);
    this.ids = ids;
    this.rule = requireNonNull(rule, "rule");
  }

  /**
   * Returns a reader of the files of one table, one after another: an id may stand in one of them
   * only. Unlike others, it must not be used by several threads.
   */
  public CsvReader<R> ofSeveralFiles() {
    return new CsvReader<>(schema, given, Optional.of(new IdSet(schema)), rule);
  }

  /**
   * Returns a reader of files that do not have {@code column}: every row has {@code text} there. It
   * shares the ids of this one.
   */
  public CsvReader<R> given(String column, String text) {
    return new CsvReader<>(schema, Map.of(column, text), ids, rule);
  }

  /**
   * Returns a reader that also refuses rows that keep their record's contract and yet have the
   * problem that {@code rule} finds.
   *
   * @param rule asked by one thread at a time
   */
  public CsvReader<R> refusing(Function<? super R, Optional<Problem>> rule) {
    return new CsvReader<>(schema, given, ids, rule);
  }

  /**
   * Reads a file.
   *
   * @param rows takes the rows that keep the contract
   * @param badRows takes those that do not: a value missing, of a wrong kind or out of range, a
   *     field too many or too few, an id for the second time
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws FileSystemException if it is a directory
   * @throws InvalidTableException if the file as a whole is no such table: it is empty, a column of
   *     the header is missing or there twice, the gzip stream is truncated
   */
  public CsvSummary read(Path file, Consumer<? super R> rows, Consumer<? super BadRow> badRows)
      throws IOException, InterruptedException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a directory, expected a CSV file");
    }

    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in, rows, badRows);
    }
  }

  /**
   * Reads a stream to its end, as a file is read.
   *
   * @param name stands in messages
   */
  public CsvSummary read(
      String name, InputStream in, Consumer<? super R> rows, Consumer<? super BadRow> badRows)
      throws IOException, InterruptedException {
    ByteBlocks blocks = new ByteBlocks(name, in);
    CsvParser<R> parser =
        new CsvParser<>(name, schema, given, ids.orElseGet(() -> new IdSet(schema)), rule);
    Pipe<CsvBatch<R>> batches = new Pipe<>(BATCHES_AHEAD);
    List<Thread> threads =
        List.of(
            blocks.start(),
            batches.start("csv-parse", () -> new CsvBlocks<>(name, blocks, parser).parse(batches)));
    try {
      long good = 0;
      long bad = 0;
      Optional<CsvBatch<R>> batch = batches.take();
      while (batch.isPresent()) {
        batch.get().rows().forEach(rows);
        batch.get().badRows().forEach(badRows);
        good += batch.get().rows().size();
        bad += batch.get().badRows().size();
        batch = batches.take();
      }
      return new CsvSummary(good, bad, parser.header().orElseThrow().unknown());
    } finally {
      threads.forEach(Thread::interrupt);
    }
  }
}
