package org.penstock.feature;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/**
 * The latest features of every entity, in memory, found by the id of the entity.
 *
 * <p>The features of an entity are those of its last row: exactly the row of the training table.
 * Rows are in the order of the ids. Immutable, so read by any number of threads.
 */
public final class FeatureTable {

  static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  /** Stands for the event time of rows without one. */
  static final long NO_TIME = Long.MIN_VALUE;

  /** Stands for the entity of rows that have none. */
  static final Column NOBODY =
      new Column(
          "entity",
          Kind.TEXT,
          false,
          List.of(),
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Set.of(Role.ENTITY),
          false,
          "Rows have no entity");

  private final FeatureTableHead head;
  private final EntityIds ids;
  private final long[] times;
  private final double[] values;

  private FeatureTable(FeatureTableHead head, EntityIds ids, long[] times, double[] values) {
    this.head = head;
    this.ids = ids;
    this.times = times;
    this.values = values;
  }

  /**
   * Reads a table written by {@link FeatureTableWriter}.
   *
   * @throws FeatureTableException if the file is not a feature table, of another version, or
   *     damaged; the message says which
   */
  public static FeatureTable read(Path file) throws IOException {
    CRC32 sum = new CRC32();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), 1 << 16), sum))) {
      FeatureTable table = read(in, Files.size(file));
      long expected = sum.getValue();
      if (in.readLong() != expected || in.read() >= 0) {
        throw new FeatureTableException("its checksum differs");
      }

      return table;
    } catch (FeatureTableException e) {
      throw new FeatureTableException(
          "%s is not a feature table: %s".formatted(file, e.getMessage()), e);
    } catch (EOFException e) {
      throw new FeatureTableException("%s is not a feature table: it is cut".formatted(file), e);
    } catch (IllegalArgumentException | UTFDataFormatException e) {
      throw new FeatureTableException(
          "%s is not a feature table: it is damaged".formatted(file), e);
    }
  }

  private static FeatureTable read(DataInputStream in, long bytes) throws IOException {
    FeatureTableHead head = FeatureTableHead.read(in);
    long cells = (long) head.rows() * (1 + head.features().size());
    if (head.rows() < 0 || cells > bytes / Double.BYTES) {
      throw new FeatureTableException("%d rows are not in it".formatted(head.rows()));
    }

    EntityIds ids = EntityIds.read(head.entity(), head.rows(), in);
    long[] times = new long[head.rows()];
    for (int i = 0; i < times.length; i++) {
      times[i] = in.readLong();
    }
    double[] values = new double[Math.multiplyExact(head.rows(), head.features().size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return new FeatureTable(head, ids, times, values);
  }

  /** Returns how many entities there are. */
  public int size() {
    return head.rows();
  }

  /** Returns whether rows have an entity; if not, the table is empty, and stays so. */
  public boolean hasEntities() {
    return !head.entity().equals(NOBODY);
  }

  /** Returns the column that names the entity. */
  public Column entity() {
    return head.entity();
  }

  /** Returns the features, in the order of {@link #features(int, double[])}. */
  public List<Column> features() {
    return head.features();
  }

  /** Returns whether {@code id} could be an entity: where ids are numbers, a number. */
  public boolean isEntityId(String id) {
    return ids.isId(id);
  }

  /** Returns the row of the entity {@code id}, or -1 if it is unknown or not an id at all. */
  public int rowOf(String id) {
    return ids.rowOf(id);
  }

  /** Returns the id of the entity at {@code row}. */
  public String id(int row) {
    return ids.id(row);
  }

  /** Returns when the row happened whose features these are; empty if rows have no time. */
  public Optional<LocalDateTime> eventTime(int row) {
    return times[row] == NO_TIME
        ? Optional.empty()
        : Optional.of(EPOCH.plus(times[row], ChronoUnit.MICROS));
  }

  /**
   * Copies the features at {@code row} into {@code into}, without allocating.
   *
   * @param into at least as long as {@link #features()}; missing is NaN
   */
  public void features(int row, double[] into) {
    int width = head.features().size();
    System.arraycopy(values, row * width, into, 0, width);
  }
}
