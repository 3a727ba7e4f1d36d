package org.penstock.row;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * The columns of a table and, for each, how to take its value from a {@code T}.
 *
 * <p>A table of rows has the schema of the row record. A table that joins several records is put
 * together from theirs:
 *
 * <pre>{@code
 * TableSchema.of(loans).select(List.of("id", "loan_date", "status")).from(Example::loan)
 *     .and(TableSchema.of(features).withRole(Role.FEATURE).from(Example::features))
 *     .and(TableSchema.longs("group", Set.of(Role.GROUP), "One person", Example::group))
 * }</pre>
 *
 * Instances are immutable.
 *
 * @param <T> what one row of the table is made of
 */
public final class TableSchema<T> {

  private final List<Column> columns;
  private final List<CellSource<T>> sources;

  private TableSchema(List<Column> columns, List<CellSource<T>> sources) {
    this.columns = List.copyOf(columns);
    this.sources = List.copyOf(sources);
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("Two columns are called '%s'".formatted(column.name()));
      }
    }
  }

  /** Returns the table of all columns of {@code rows}. */
  public static <R extends Record> TableSchema<R> of(RowSchema<R> rows) {
    return new TableSchema<>(rows.columns(), rows.sources());
  }

  /** Returns a table of one column, of values that fit it. */
  public static <T> TableSchema<T> of(Column column, CellSource<T> values) {
    return new TableSchema<>(List.of(column), List.of(values));
  }

  /** Returns a table of one computed column of {@link Kind#LONG}. */
  public static <T> TableSchema<T> longs(
      String name, Set<Role> roles, String doc, ToLongFunction<T> value) {
    Column column =
        new Column(
            name,
            Kind.LONG,
            false,
            List.of(),
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            roles,
            false,
            doc);
    return of(column, new CellSource.Longs<>(value));
  }

  /** Returns the columns, in order. */
  public List<Column> columns() {
    return columns;
  }

  /** Returns how to take the value of the column at {@code index}. */
  public CellSource<T> source(int index) {
    return sources.get(index);
  }

  /**
   * Returns the table of the named columns only, in the order of {@code names}.
   *
   * @throws NoSuchElementException if there is no such column, naming the nearest known
   */
  public TableSchema<T> select(List<String> names) {
    int[] chosen = names.stream().mapToInt(this::indexOf).toArray();
    return new TableSchema<>(
        IntStream.of(chosen).mapToObj(columns::get).toList(),
        IntStream.of(chosen).mapToObj(sources::get).toList());
  }

  /** Returns this table with {@code role} added to every column. */
  public TableSchema<T> withRole(Role role) {
    return new TableSchema<>(
        columns.stream().map(column -> column.withRole(role)).toList(), sources);
  }

  /** Returns this table with {@code role} added to the column called {@code name}. */
  public TableSchema<T> withRole(String name, Role role) {
    List<Column> changed = new ArrayList<>(columns);
    changed.set(indexOf(name), columns.get(indexOf(name)).withRole(role));
    return new TableSchema<>(changed, sources);
  }

  /** Returns the same table, its values taken from a part of {@code S}. */
  public <S> TableSchema<S> from(Function<? super S, ? extends T> part) {
    return new TableSchema<>(
        columns, sources.stream().<CellSource<S>>map(source -> source.from(part)).toList());
  }

  /**
   * Returns the table of the columns of this one followed by those of {@code other}.
   *
   * @throws IllegalArgumentException if both have a column of one name
   */
  public TableSchema<T> and(TableSchema<T> other) {
    requireNonNull(other, "other");
    List<Column> allColumns = new ArrayList<>(columns);
    allColumns.addAll(other.columns);
    List<CellSource<T>> allSources = new ArrayList<>(sources);
    allSources.addAll(other.sources);
    return new TableSchema<>(allColumns, allSources);
  }

  private int indexOf(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new NoSuchElementException(
        NearestName.unknown("column", name, columns.stream().map(Column::name).toList()));
  }
}
