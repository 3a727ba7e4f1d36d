package org.penstock.features;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.penstock.feature.FeatureView;
import org.penstock.feature.Featured;
import org.penstock.row.Column;
import org.penstock.row.NearestName;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;

/**
 * Which columns the tables of the features step have.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
final class TrainingTable<R extends Record, F extends Record> {

  /** Name of the column of group keys. */
  static final String GROUP = "group_key";

  private final RowSchema<R> rows;
  private final TableSchema<F> features;

  TrainingTable(FeatureView<R, F> view) {
    this.rows = RowSchema.of(view.rowType());
    this.features = TableSchema.of(RowSchema.of(view.featureType())).withRole(Role.FEATURE);
  }

  /**
   * Returns the columns of the training table: what identifies a row, its entity and time, the
   * group, the slices, the label, then the features in their order.
   *
   * @param slices names of columns of the rows or of features; a feature hides a column of the rows
   * @throws NoSuchElementException if a slice is neither; the message names all that are unknown
   * @throws IllegalArgumentException if a feature has the name of another column
   */
  TableSchema<TrainingRow<R, F>> training(List<String> slices) {
    check(slices);
    Set<String> identity = named(Role.ID, Role.ENTITY, Role.EVENT_TIME, Role.PART);
    Set<String> judged = new LinkedHashSet<>(slices);
    judged.removeAll(identity);
    judged.removeAll(names(features.columns()));
    judged.addAll(named(Role.LABEL));

    TableSchema<TrainingRow<R, F>> table =
        columns(identity)
            .from(TrainingRow<R, F>::row)
            .and(
                TableSchema.longs(
                    GROUP,
                    Set.of(Role.GROUP),
                    "Key of the rows which belong together",
                    TrainingRow<R, F>::group))
            .and(columns(judged).from(TrainingRow<R, F>::row))
            .and(features.from(TrainingRow<R, F>::features));
    for (String slice : slices) {
      table = table.withRole(slice, Role.SLICE);
    }
    return table;
  }

  /** Returns the columns of the table of latest features: entity, time, features. */
  TableSchema<Featured<R, F>> latest() {
    return columns(named(Role.ENTITY, Role.EVENT_TIME))
        .from(Featured<R, F>::row)
        .and(features.from(Featured<R, F>::features));
  }

  private TableSchema<R> columns(Set<String> names) {
    return TableSchema.of(rows).select(List.copyOf(names));
  }

  private Set<String> named(Role... roles) {
    Set<String> names = new LinkedHashSet<>();
    for (Role role : roles) {
      int column = rows.indexOf(role);
      if (column >= 0) {
        names.add(rows.columns().get(column).name());
      }
    }
    return names;
  }

  private void check(List<String> slices) {
    List<String> known =
        Stream.of(rows.columns(), features.columns())
            .map(TrainingTable::names)
            .flatMap(List::stream)
            .toList();
    List<String> unknown =
        slices.stream()
            .filter(slice -> !known.contains(slice))
            .map(slice -> NearestName.unknown("column", slice, known))
            .toList();
    if (!unknown.isEmpty()) {
      throw new NoSuchElementException(String.join("\n", unknown));
    }
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }
}
