package org.penstock.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.penstock.row.Column;

/**
 * What stands before the values in the file of a feature table; see docs/artifacts.md.
 *
 * @param entity the column that names the entity
 * @param features the features, in order
 * @param rows how many entities there are
 */
record FeatureTableHead(Column entity, List<Column> features, int rows) {

  /** "PENSTKFT" in ASCII. */
  private static final long MAGIC = 0x50454E53544B4654L;

  private static final int FORMAT_VERSION = 1;

  FeatureTableHead {
    features = List.copyOf(features);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(MAGIC);
    out.writeInt(FORMAT_VERSION);
    out.writeInt(rows);
    ColumnFormat.write(entity, out);
    out.writeInt(features.size());
    for (Column feature : features) {
      ColumnFormat.write(feature, out);
    }
  }

  static FeatureTableHead read(DataInput in) throws IOException {
    if (in.readLong() != MAGIC) {
      throw new FeatureTableException("it does not begin as one");
    }

    int version = in.readInt();
    if (version != FORMAT_VERSION) {
      throw new FeatureTableException(
          "its format-version is %d, expected %d".formatted(version, FORMAT_VERSION));
    }

    int rows = in.readInt();
    Column entity = ColumnFormat.read(in);
    int count = in.readInt();
    List<Column> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      features.add(ColumnFormat.read(in));
    }
    return new FeatureTableHead(entity, features, rows);
  }
}
