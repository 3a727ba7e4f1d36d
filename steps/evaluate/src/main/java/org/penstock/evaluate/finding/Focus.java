package org.penstock.evaluate.finding;

import java.util.List;
import org.penstock.evaluation.Metric;
import org.penstock.row.Task;

/**
 * The metrics that a person looks at first.
 *
 * @param main the one that models, slices and features are compared by
 * @param beside shown next to it in tables
 * @param figures shown large, in this order
 */
public record Focus(Metric main, List<Metric> beside, List<Metric> figures) {

  public Focus {
    beside = List.copyOf(beside);
    figures = List.copyOf(figures);
  }

  /** Returns those of {@code task}. */
  public static Focus of(Task task) {
    return switch (task) {
      case BINARY ->
          new Focus(
              Metric.AUC,
              List.of(Metric.AVERAGE_PRECISION, Metric.TOP_DECILE_LIFT),
              List.of(
                  Metric.AUC,
                  Metric.AVERAGE_PRECISION,
                  Metric.TOP_DECILE_LIFT,
                  Metric.BRIER,
                  Metric.CALIBRATION_ERROR,
                  Metric.EXPECTED_COST));
      case CLASSES ->
          new Focus(
              Metric.MACRO_F1,
              List.of(Metric.BALANCED_ACCURACY, Metric.ACCURACY),
              List.of(Metric.MACRO_F1, Metric.BALANCED_ACCURACY, Metric.ACCURACY, Metric.LOG_LOSS));
      case NUMBER ->
          new Focus(
              Metric.MAE,
              List.of(Metric.RMSE, Metric.R2),
              List.of(Metric.MAE, Metric.RMSE, Metric.BIAS, Metric.R2));
    };
  }
}
