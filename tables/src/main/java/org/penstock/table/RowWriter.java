package org.penstock.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.penstock.row.TableSchema;

/**
 * Writes a Parquet table row by row. Until {@link #close} the file has no footer, and every reader
 * refuses it. Memory does not grow with the table. Used by one thread.
 *
 * @param <T> what one row is made of
 */
public final class RowWriter<T> implements Closeable {

  private static final int BATCH = 1024;
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final TableSchema<T> schema;
  private final Map<String, String> footer;
  private final MessageType type;
  private final List<CellWriter<T>> cells;
  private final BytesInputCompressor compressor =
      new ZstdCodec().getCompressor(CompressionCodecName.ZSTD);
  private final ParquetProperties properties;
  private final ParquetFileWriter file;
  private final Object[] batch = new Object[BATCH];
  private int batched;
  private long rows;
  private boolean closed;
  private RowGroup group;

  RowWriter(Path path, TableSchema<T> schema) throws IOException {
    this.schema = schema;
    Schema avro = ParquetTypes.avro(schema.columns());
    this.type = ParquetTypes.parquet(avro);
    // Sorted: the order of Map.of differs between two starts of a JVM, and equal rows are equal
    // bytes.
    this.footer =
        new TreeMap<>(
            Map.of(
                "parquet.avro.schema",
                avro.toString(),
                ParquetRows.COLUMNS_KEY,
                ColumnsJson.write(schema.columns())));
    this.cells =
        IntStream.range(0, schema.columns().size())
            .mapToObj(i -> new CellWriter<>(schema.columns().get(i), schema.source(i)))
            .toList();
    this.properties = properties();
    this.file =
        new ParquetFileWriter(
            new LocalOutputFile(path),
            type,
            ParquetFileWriter.Mode.OVERWRITE,
            ROW_GROUP_BYTES,
            0,
            null,
            properties);
    file.start();
    this.group = new RowGroup();
  }

  /** Adds a row. */
  public void write(T row) throws IOException {
    batch[batched++] = row;
    if (batched == BATCH) {
      writeBatch();
    }
  }

  /** Returns how many rows were added. */
  public long rows() {
    return rows + batched;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }

    closed = true;
    try (file) {
      writeBatch();
      endGroup();
      file.end(footer);
    } finally {
      compressor.release();
    }
  }

  private void writeBatch() throws IOException {
    group.write(batch, batched);
    rows += batched;
    batched = 0;
    if (group.columns.getBufferedSize() > ROW_GROUP_BYTES) {
      endGroup();
      group = new RowGroup();
    }
  }

  private void endGroup() throws IOException {
    try (ColumnChunkPageWriteStore pages = group.pages;
        ColumnWriteStore columns = group.columns) {
      if (group.rows > 0) {
        file.startBlock(group.rows);
        columns.flush();
        pages.flushToFileWriter(file);
        file.endBlock();
      }
    }
  }

  private static ParquetProperties properties() {
    return ParquetProperties.builder()
        .withAllocator(HeapByteBufferAllocator.getInstance())
        .withMinRowCountForPageSizeCheck(BATCH)
        .withMaxRowCountForPageSizeCheck(BATCH)
        .withSizeStatisticsEnabled(false)
        .build();
  }

  /** The rows since the last group was written, in encoded pages. */
  private final class RowGroup {

    private final ColumnChunkPageWriteStore pages =
        new ColumnChunkPageWriteStore(
            compressor,
            type,
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength(),
            properties.getPageWriteChecksumEnabled());
    private final ColumnWriteStore columns = properties.newColumnWriteStore(type, pages);
    private long rows;

    void write(Object[] batch, int count) {
      for (int i = 0; i < cells.size(); i++) {
        cells.get(i).write(batch, count, columns.getColumnWriter(type.getColumns().get(i)));
      }
      for (int i = 0; i < count; i++) {
        columns.endRecord();
      }
      rows += count;
    }
  }
}
