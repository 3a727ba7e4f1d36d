package org.penstock.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.NearestName;

/** An open Parquet file whose columns are chosen by name. Used by one thread. */
final class ParquetFile implements Closeable {

  private final Path path;
  private final ParquetFileReader file;

  private ParquetFile(Path path, ParquetFileReader file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens a file.
   *
   * @throws NoSuchFileException if there is none
   * @throws InvalidTableException if it is no Parquet file, or not a whole one
   */
  static ParquetFile open(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }

    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "is a directory, expected a file");
    }

    try {
      return new ParquetFile(
          path,
          ParquetFileReader.open(
              new LocalInputFile(path),
              ParquetReadOptions.builder(new PlainParquetConfiguration())
                  .withCodecFactory(new ZstdCodec())
                  .usePageChecksumVerification()
                  .build()));
    } catch (RuntimeException e) {
      throw new InvalidTableException(path.toString(), "is no whole Parquet file", e);
    }
  }

  long rows() {
    return file.getRecordCount();
  }

  /** Returns the columns: as we wrote them into the footer, or as Parquet's own types tell. */
  List<Column> columns() {
    String written = file.getFileMetaData().getKeyValueMetaData().get(ParquetRows.COLUMNS_KEY);
    return written != null
        ? ColumnsJson.read(written)
        : schema().getFields().stream().filter(Type::isPrimitive).map(ParquetFile::column).toList();
  }

  /**
   * Chooses the columns to read.
   *
   * @return them, in the order asked
   * @throws InvalidTableException if one is not there, with the nearest that is
   */
  List<Column> choose(List<String> names) {
    List<Column> all = columns();
    List<String> known = all.stream().map(Column::name).toList();
    List<String> problems =
        names.stream()
            .filter(name -> !known.contains(name))
            .map(name -> NearestName.unknown("column", name, known))
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidTableException(path.toString(), problems);
    }
    List<Column> chosen = names.stream().map(name -> all.get(known.indexOf(name))).toList();
    request(chosen);
    return chosen;
  }

  /**
   * Chooses the columns of a schema, by name.
   *
   * @throws InvalidTableException if one is not there or holds another kind of values; it names all
   */
  void require(List<Column> wanted) {
    List<String> problems = new ArrayList<>();
    for (Column column : wanted) {
      type(column.name())
          .map(stored -> problem(stored, column))
          .orElse(Optional.of("is missing"))
          .ifPresent(problem -> problems.add("column '%s' %s".formatted(column.name(), problem)));
    }
    if (!problems.isEmpty()) {
      throw new InvalidTableException(path.toString(), problems);
    }
    request(wanted);
  }

  /** Returns the chosen columns of the next group of rows, or nothing at the end. */
  Optional<ParquetGroup> next(List<Column> columns) throws IOException {
    try {
      PageReadStore pages = file.readNextRowGroup();
      return pages == null
          ? Optional.empty()
          : Optional.of(new ParquetGroup(pages, requested(columns), columns));
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  /** Returns a reader of each column of {@code group}, its values given to its converter. */
  List<ColumnReader> readers(ParquetGroup group, List<? extends PrimitiveConverter> converters) {
    try {
      return group.readers(converters);
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  /** Returns what to throw when values of this file could not be decoded. */
  InvalidTableException damaged(RuntimeException cause) {
    return new InvalidTableException(
        path.toString(), "cannot be read: " + cause.getMessage(), cause);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private MessageType schema() {
    return file.getFileMetaData().getSchema();
  }

  private Optional<Type> type(String name) {
    return schema().containsField(name) ? Optional.of(schema().getType(name)) : Optional.empty();
  }

  private static Optional<String> problem(Type stored, Column wanted) {
    if (!stored.isPrimitive()) {
      return Optional.of("has parts, expected " + wanted.kind());
    }

    if (!ParquetTypes.holds(stored.asPrimitiveType(), wanted.kind())) {
      return Optional.of(
          "is %s, expected %s"
              .formatted(ParquetTypes.kind(stored.asPrimitiveType()), wanted.kind()));
    }

    return stored.getRepetition() == Type.Repetition.OPTIONAL && !wanted.optional()
        ? Optional.of("may be missing, and must not")
        : Optional.empty();
  }

  private void request(List<Column> columns) {
    file.setRequestedSchema(requested(columns));
  }

  private MessageType requested(List<Column> columns) {
    return new MessageType(
        schema().getName(),
        columns.stream().map(column -> schema().getType(column.name())).toList());
  }

  private static Column column(Type type) {
    Kind kind = ParquetTypes.kind(type.asPrimitiveType());
    return new Column(
        type.getName(),
        kind,
        type.getRepetition() == Type.Repetition.OPTIONAL,
        List.of(),
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Set.of(),
        false,
        "");
  }
}
