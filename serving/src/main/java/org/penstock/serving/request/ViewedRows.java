package org.penstock.serving.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penstock.config.FeatureSettings;
import org.penstock.feature.AsOf;
import org.penstock.feature.FeatureView;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Ties;
import org.penstock.row.Column;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * Rows as the files have them, and the compiled view that makes features of them as the features
 * step does. What nobody knows before the answer may be absent.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
final class ViewedRows<R extends Record, F extends Record> {

  private static final Set<Role> UNKNOWN = EnumSet.of(Role.LABEL, Role.ID, Role.ENTITY, Role.PART);

  private final FeatureView<R, F> view;
  private final AsOf asOf;
  private final Ties ties;
  private final NamedRows<R> rows;
  private final RowSchema<F> features;

  /**
   * @param needed roles of columns that must be there in any case
   */
  ViewedRows(FeatureView<R, F> view, FeatureSettings settings, Set<Role> needed) {
    this.view = view;
    this.asOf = AsOf.of(settings.asOf());
    this.ties = Ties.of(settings.ties());
    this.rows =
        new NamedRows<>(
            RowSchema.of(view.rowType()),
            column ->
                column.roles().stream().anyMatch(UNKNOWN::contains)
                    && column.roles().stream().noneMatch(needed::contains));
    this.features = RowSchema.of(view.featureType());
  }

  NamedRows<R> rows() {
    return rows;
  }

  RowSchema<R> schema() {
    return rows.schema();
  }

  List<Column> features() {
    return features.columns();
  }

  /** Starts with no history. */
  PointInTime<R, F> replay() {
    return new PointInTime<>(view, rows.schema(), asOf, ties);
  }

  /** Returns what the model scores. */
  double[] numbers(F known) {
    return features.toNumbers(known);
  }
}
