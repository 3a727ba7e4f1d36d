package org.penstock.serving.forecast;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penstock.feature.CalendarView;
import org.penstock.feature.FeatureView;
import org.penstock.row.RowSchema;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.Outlook;

/**
 * Predicts the rows that follow the last one known to the model. There is no other "now": a
 * forecast is of the time after the end of the data, whatever a clock on the wall says, and so
 * equal requests get equal answers.
 */
public final class Forecasts {

  private final Optional<CalendarFeatures<?>> calendar;

  private Forecasts(Optional<CalendarFeatures<?>> calendar) {
    this.calendar = requireNonNull(calendar, "calendar");
  }

  /**
   * Makes forecasts of the rows of {@code view}; of a view that needs more than the time there are
   * none.
   */
  public static Forecasts of(FeatureView<?, ?> view) {
    return new Forecasts(
        view instanceof CalendarView<?, ?> known
            ? Optional.of(CalendarFeatures.of(known))
            : Optional.empty());
  }

  /** Returns the features of moments to come, in the order of the model. */
  private record CalendarFeatures<F extends Record>(CalendarView<?, F> view, RowSchema<F> schema) {

    static <F extends Record> CalendarFeatures<F> of(CalendarView<?, F> view) {
      return new CalendarFeatures<>(view, RowSchema.of(view.featureType()));
    }

    double[] at(LocalDateTime time) {
      return schema.toNumbers(view.at(time));
    }
  }

  /** Returns whether {@code model} can be asked for a forecast. */
  public boolean exist(ModelBundle model) {
    return calendar.isPresent() && model.outlook().isPresent();
  }

  /**
   * Predicts every row up to {@code ahead} after the end of the data. What the model missed in the
   * last period is carried over, less and less.
   *
   * @param ahead a positive multiple of the step between rows
   * @return at least one, in order of time
   * @throws java.util.NoSuchElementException if there are none of {@code model}
   */
  public List<Forecast> ahead(ModelBundle model, Duration ahead) {
    Outlook outlook = model.outlook().orElseThrow();
    List<Forecast> forecasts = new ArrayList<>();
    for (int step = 1; step <= ahead.dividedBy(outlook.step()); step++) {
      forecasts.add(at(model, outlook.time(step), outlook.correction(step)));
    }
    return forecasts;
  }

  /**
   * Predicts the row at the next moment after the end of the data that is {@code asked}; what is
   * usual then.
   */
  public Forecast at(ModelBundle model, CalendarPlace asked) {
    return at(model, asked.nextAfter(model.outlook().orElseThrow().end()), 0);
  }

  private Forecast at(ModelBundle model, LocalDateTime time, double correction) {
    double[] row = calendar.orElseThrow().at(time);
    double number = model.scorer().output(row, 0) + correction;
    return new Forecast(
        time, number, model.interval().map(interval -> interval.around(number, row)));
  }
}
