package org.penstock.evaluate.page;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToIntFunction;
import org.penstock.evaluate.finding.ForecastFindings.Part;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.Chart;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Curves.Point;

/** When a forecast is wrong, and by how much: by week, by hour and by day of the week. */
record ForecastErrors(Markup page, Part part) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);
  private static final int HOURS_OF_DAY = 24;
  private static final int DAYS_OF_WEEK = 7;
  private static final String ERROR = "Mean absolute error";

  /** The last naive forecast is the one drawn everywhere, and looks alike everywhere. */
  private static final List<String> STYLES = List.of("two", "three");

  /** Draws the mean absolute error of each week, of the model and of the naive forecasts. */
  void weekly(String id, String title) {
    double[] own = weeks(part.predictions().numbers());
    Map<String, double[]> naive = new LinkedHashMap<>();
    part.naive().forEach((name, numbers) -> naive.put(name, weeks(numbers)));
    double most = most(own);
    for (double[] line : naive.values()) {
      most = Math.max(most, most(line));
    }
    LocalDateTime start = part.times().getFirst();
    Chart chart =
        new Chart(
            "forecast-" + id,
            title,
            "Mean absolute error of each week: the model's is %s in all."
                .formatted(Numbers.metric(part.error().value())),
            new Axis(
                "Week from",
                0,
                Math.max(1, own.length - 1),
                week -> week == Math.rint(week) ? DAY.format(start.plusWeeks((long) week)) : ""),
            Axis.upTo(ERROR, 1.05 * most));
    Legend legend = new Legend().of("one", "the model.");
    int index = 0;
    for (Map.Entry<String, double[]> line : naive.entrySet()) {
      boolean last = index == naive.size() - 1;
      String style = last ? "reference" : STYLES.get(index % STYLES.size());
      index++;
      chart.line(style, line.getKey(), byPlace(line.getValue()));
      legend.of(style, line.getKey() + ".");
    }
    chart.line("one", "Model", byPlace(own));
    PlotFigure.write(page, title, chart, legend);
  }

  /** Draws mean error and mean absolute error by the hour of the stamps. */
  void byHour(String id) {
    residuals(id, "hour", HOURS_OF_DAY, LocalDateTime::getHour, Numbers::plain);
  }

  /** Draws mean error and mean absolute error by the day of the stamps. */
  void byWeekday(String id) {
    residuals(
        id,
        "day",
        DAYS_OF_WEEK,
        time -> time.getDayOfWeek().getValue() - 1,
        day ->
            DayOfWeek.of(Math.clamp(Math.round(day), 0, DAYS_OF_WEEK - 1) + 1)
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
  }

  private void residuals(
      String id,
      String unit,
      int places,
      ToIntFunction<LocalDateTime> place,
      DoubleFunction<String> name) {
    double[] bias = means(part.predictions().numbers(), places, place, false);
    double[] size = means(part.predictions().numbers(), places, place, true);
    double[] shown = Arrays.copyOf(size, size.length + bias.length + 1);
    System.arraycopy(bias, 0, shown, size.length, bias.length);
    String title = "Error by %s of the stamps".formatted(unit);
    Chart chart =
        new Chart(
            "forecast-" + id,
            title,
            "Mean error and mean absolute error by %s.".formatted(unit),
            new Axis(
                unit.substring(0, 1).toUpperCase(Locale.ROOT) + unit.substring(1),
                -0.5,
                places - 0.5,
                name),
            Axis.around("Said less happened", shown));
    chart.line("reference", List.of(new Point(-0.5, 0), new Point(places - 0.5, 0)));
    for (int i = 0; i < places; i++) {
      chart.dot("one", "Mean error", i, bias[i], Double.NaN, Double.NaN);
      chart.dot("two", ERROR, i, size[i], Double.NaN, Double.NaN);
    }
    PlotFigure.write(
        page,
        title,
        chart,
        new Legend()
            .of("dot one", "the mean error, which should lie on the dashed line.")
            .of("dot two", "the mean absolute error."));
  }

  private double[] weeks(double[] numbers) {
    LocalDateTime start = part.times().getFirst();
    int weeks = week(start, part.times().getLast()) + 1;
    return means(numbers, weeks, time -> week(start, time), true);
  }

  private static int week(LocalDateTime start, LocalDateTime time) {
    return (int) (Duration.between(start, time).toDays() / DAYS_OF_WEEK);
  }

  private double[] means(
      double[] numbers, int places, ToIntFunction<LocalDateTime> place, boolean absolute) {
    double[] sums = new double[places];
    int[] counts = new int[places];
    for (int i = 0; i < numbers.length; i++) {
      double error = numbers[i] - part.predictions().targets()[i];
      int at = place.applyAsInt(part.times().get(i));
      sums[at] += absolute ? Math.abs(error) : error;
      counts[at]++;
    }
    for (int i = 0; i < places; i++) {
      sums[i] /= counts[i];
    }
    return sums;
  }

  private static List<Point> byPlace(double[] values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Point(i, values[i]));
    }
    return points;
  }

  private static double most(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
  }
}
