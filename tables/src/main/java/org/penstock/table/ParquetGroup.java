package org.penstock.table;

import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.penstock.row.Column;

/** A group of rows of a Parquet file, column by column. */
final class ParquetGroup {

  private final PageReadStore pages;
  private final MessageType type;
  private final List<Column> columns;

  ParquetGroup(PageReadStore pages, MessageType type, List<Column> columns) {
    this.pages = pages;
    this.type = type;
    this.columns = columns;
  }

  int rows() {
    return Math.toIntExact(pages.getRowCount());
  }

  /** Returns a reader for each column, its values given to the converter of the same index. */
  List<ColumnReader> readers(List<? extends PrimitiveConverter> converters) {
    ColumnReadStoreImpl readers =
        new ColumnReadStoreImpl(pages, new ByColumn(converters), type, "");
    return columns.stream()
        .map(column -> type.getColumnDescription(new String[] {column.name()}))
        .map((ColumnDescriptor column) -> readers.getColumnReader(column))
        .toList();
  }

  private static final class ByColumn extends GroupConverter {

    private final List<? extends PrimitiveConverter> converters;

    ByColumn(List<? extends PrimitiveConverter> converters) {
      this.converters = converters;
    }

    @Override
    public Converter getConverter(int index) {
      return converters.get(index);
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
