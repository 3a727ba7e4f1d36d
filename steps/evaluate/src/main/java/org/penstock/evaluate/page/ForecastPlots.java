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
import org.penstock.evaluate.finding.ForecastFindings;
import org.penstock.evaluate.finding.ForecastFindings.Part;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.Chart;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Curves.Point;
import org.penstock.evaluation.Estimate;

/** The forecast beside what happened and beside the naive forecasts. */
final class ForecastPlots {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);
  private static final int HOURS_OF_DAY = 24;
  private static final int DAYS_OF_WEEK = 7;

  /** So much is shown hour by hour; more would be a carpet. */
  private static final Duration SHOWN = Duration.ofDays(10);

  private static final List<String> STYLES = List.of("two", "reference");

  private final Markup page;
  private final ForecastFindings findings;

  private ForecastPlots(Markup page, ForecastFindings findings) {
    this.page = page;
    this.findings = findings;
  }

  static void write(Markup page, ForecastFindings findings) {
    new ForecastPlots(page, findings).write();
  }

  private void write() {
    page.open("section", "id", "forecast").element("h2", "As a forecast");
    table();
    page.open("div", "class", "plots").line();
    series("first", "The first days after what it learnt", findings.test(), 0);
    series(
        "last",
        "The last days",
        findings.test(),
        Math.max(0, findings.test().times().size() - hours(findings.test())));
    weekly("weekly", "Error by week, predicted at once", findings.test());
    findings
        .rolling()
        .ifPresent(part ->
            weekly(
                "weekly-rolling",
                "Error by week, predicted " + findings.horizon() + " ahead",
                part));
    Part part = findings.rolling().orElse(findings.test());
    residuals(
        "hour",
        "Error by hour of the stamps",
        part,
        HOURS_OF_DAY,
        LocalDateTime::getHour,
        Numbers::plain);
    residuals(
        "weekday",
        "Error by day of the stamps",
        part,
        DAYS_OF_WEEK,
        time -> time.getDayOfWeek().getValue() - 1,
        ForecastPlots::weekday);
    page.close("div").close("section").line();
  }

  /** Mean errors side by side, at once and from one origin after another. */
  private void table() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("The whole test split, predicted at once", findings.test());
    findings
        .rolling()
        .ifPresent(part ->
            parts.put(
                "%s ahead, %s rows from %s on"
                    .formatted(
                        findings.horizon(),
                        Numbers.count(part.times().size()),
                        part.times().getFirst().toLocalDate()),
                part));
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", "Mean absolute error")
        .element("th", "Model", "class", "n")
        .element("th", "Interval");
    findings
        .test()
        .naive()
        .keySet()
        .forEach(name ->
            page.element("th", name, "class", "n")
                .element("th", "Model as a part of it", "class", "n"));
    page.close("tr").close("thead").open("tbody");
    parts.forEach((name, part) -> {
      page.open("tr").element("td", name);
      page.element("td", Numbers.metric(part.error().value()), "class", "n");
      page.element("td", Words.interval(part.error()), "class", "nowrap");
      part.naiveErrors()
          .forEach((naive, error) -> {
            Estimate share = part.shares().get(naive);
            page.element("td", Numbers.metric(error.value()), "class", "n");
            page.element(
                "td",
                "%s (%s)".formatted(Numbers.percent(share.value()), Words.interval(share)),
                "class",
                "n");
          });
      page.close("tr");
    });
    page.close("tbody").close("table").close("div");
  }

  private void figure(String title, Chart chart, Legend legend) {
    page.open("figure").element("h3", title).raw(chart.svg());
    page.open("figcaption").raw(legend.markup().toString()).close("figcaption");
    page.close("figure").line();
  }

  private static int hours(Part part) {
    LocalDateTime end = part.times().getFirst().plus(SHOWN);
    return (int) part.times().stream().filter(time -> time.isBefore(end)).count();
  }

  private void series(String id, String title, Part part, int from) {
    int to = Math.min(part.times().size(), from + hours(part));
    LocalDateTime start = part.times().get(from);
    double[] targets = Arrays.copyOfRange(part.predictions().targets(), from, to);
    double[] numbers = Arrays.copyOfRange(part.predictions().numbers(), from, to);
    double least = Math.min(least(targets), least(numbers));
    double most = Math.max(most(targets), most(numbers));
    double margin = 0.1 * (most - least) + 1e-9;
    double days = days(start, part.times().get(to - 1));
    Chart chart =
        new Chart(
            "forecast-" + id,
            title,
            "What happened, what was predicted, and what %s says, from %s on."
                .formatted(lastNaive(part), start),
            new Axis(
                "Day",
                0,
                Math.max(days, 1e-9),
                day -> DAY.format(start.plusMinutes(Math.round(day * 1_440)))),
            new Axis("", least - margin, most + margin, Numbers::plain));
    double[] naive = Arrays.copyOfRange(part.naive().get(lastNaive(part)), from, to);
    part.predictions()
        .band()
        .ifPresent(band ->
            chart.between(
                "one",
                points(part, Arrays.copyOfRange(band.lower(), from, to), from, start),
                points(part, Arrays.copyOfRange(band.upper(), from, to), from, start)));
    chart.line("reference", points(part, naive, from, start));
    chart.line("two", points(part, targets, from, start));
    chart.line("one", points(part, numbers, from, start));
    figure(
        title,
        chart,
        new Legend()
            .of(
                "one",
                "the model%s."
                    .formatted(
                        part.predictions().band().isPresent() ? ", shaded its interval" : ""))
            .of("two", "what happened.")
            .of("reference", lastNaive(part) + "."));
  }

  private static String lastNaive(Part part) {
    return new ArrayList<>(part.naive().keySet()).getLast();
  }

  private static List<Point> points(Part part, double[] values, int from, LocalDateTime start) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Point(days(start, part.times().get(from + i)), values[i]));
    }
    return points;
  }

  private static double days(LocalDateTime start, LocalDateTime time) {
    return Duration.between(start, time).toMinutes() / 1_440.0;
  }

  private void weekly(String id, String title, Part part) {
    LocalDateTime start = part.times().getFirst();
    Map<String, double[]> lines = new LinkedHashMap<>();
    part.naive().forEach((name, numbers) -> lines.put(name, weeks(part, numbers, start)));
    double[] own = weeks(part, part.predictions().numbers(), start);
    double most = most(own);
    for (double[] line : lines.values()) {
      most = Math.max(most, most(line));
    }
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
                week -> DAY.format(start.plusWeeks(Math.round(week)))),
            Axis.upTo("Mean absolute error", 1.05 * most));
    Legend legend = new Legend().of("one", "the model.");
    int style = 0;
    for (Map.Entry<String, double[]> line : lines.entrySet()) {
      String mark = STYLES.get(style++ % STYLES.size());
      chart.line(mark, byPlace(line.getValue()));
      legend.of(mark, line.getKey() + ".");
    }
    chart.line("one", byPlace(own));
    figure(title, chart, legend);
  }

  private static List<Point> byPlace(double[] values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Point(i, values[i]));
    }
    return points;
  }

  private static double[] weeks(Part part, double[] numbers, LocalDateTime start) {
    int weeks = (int) (days(start, part.times().getLast()) / DAYS_OF_WEEK) + 1;
    return means(part, numbers, weeks, time -> (int) (days(start, time) / DAYS_OF_WEEK), true);
  }

  private static double[] means(
      Part part,
      double[] numbers,
      int places,
      ToIntFunction<LocalDateTime> place,
      boolean absolute) {
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

  /** Mean error and mean absolute error by a part of the time. */
  private void residuals(
      String id,
      String title,
      Part part,
      int places,
      ToIntFunction<LocalDateTime> place,
      DoubleFunction<String> name) {
    double[] bias = means(part, part.predictions().numbers(), places, place, false);
    double[] size = means(part, part.predictions().numbers(), places, place, true);
    double most = 1.1 * most(size) + 1e-9;
    Chart chart =
        new Chart(
            "forecast-" + id,
            title,
            "Mean error and mean absolute error.",
            new Axis("", -0.5, places - 0.5, name),
            new Axis(
                "Said less happened",
                Math.min(0, 1.2 * least(bias)) - 0.1 * most,
                most,
                Numbers::plain));
    chart.line("reference", List.of(new Point(-0.5, 0), new Point(places - 0.5, 0)));
    for (int i = 0; i < places; i++) {
      chart.dot("two", i, size[i], Double.NaN, Double.NaN);
      chart.dot("one", i, bias[i], Double.NaN, Double.NaN);
    }
    figure(
        title,
        chart,
        new Legend()
            .of("dot one", "the mean error, which should lie on the dashed line.")
            .of("dot two", "the mean absolute error."));
  }

  private static String weekday(double day) {
    return day == Math.rint(day) && day >= 0 && day < DAYS_OF_WEEK
        ? DayOfWeek.of((int) day + 1).getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
        : "";
  }

  private static double least(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
  }

  private static double most(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
  }
}
