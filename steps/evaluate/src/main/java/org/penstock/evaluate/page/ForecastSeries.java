package org.penstock.evaluate.page;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.penstock.evaluate.finding.ForecastFindings.Part;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.Chart;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.TimeAxis;
import org.penstock.evaluation.Curves.Point;
import org.penstock.row.Column;

/**
 * What happened and what was predicted over time, hour by hour or in means of days.
 *
 * @param target what is predicted
 */
record ForecastSeries(Markup page, Column target, Part part) {

  /** So much is shown row by row; more would be a carpet. */
  private static final Duration SHOWN = Duration.ofDays(10);

  private static final String MODEL = "Model";
  private static final String HAPPENED = "Happened";

  /** Numbers over the same times. */
  private record Line(String style, String name, double[] numbers) {}

  /** Draws the first days row by row. */
  void first(String id, String title) {
    LocalDateTime end = part.times().getFirst().plus(SHOWN);
    rows(id, title, 0, (int) part.times().stream().filter(time -> time.isBefore(end)).count());
  }

  /** Draws the last days row by row. */
  void last(String id, String title) {
    LocalDateTime start = part.times().getLast().minus(SHOWN);
    int from = (int) part.times().stream().filter(time -> !time.isAfter(start)).count();
    rows(id, title, from, part.times().size());
  }

  /** Draws the mean of each day. */
  void days(String id, String title) {
    TreeMap<LocalDate, List<Integer>> days = new TreeMap<>();
    for (int row = 0; row < part.times().size(); row++) {
      days.computeIfAbsent(part.times().get(row).toLocalDate(), _ -> new ArrayList<>()).add(row);
    }
    // A day that is begun, or ends, with the split would not be compared with whole ones.
    int whole = days.values().stream().mapToInt(List::size).max().orElse(0);
    days.values().removeIf(rows -> rows.size() < whole);
    List<Line> means =
        lines().stream()
            .map(line ->
                new Line(
                    line.style(),
                    line.name(),
                    days.values().stream()
                        .mapToDouble(rows ->
                            rows.stream()
                                .mapToDouble(row -> line.numbers()[row])
                                .average()
                                .orElse(0))
                        .toArray()))
            .toList();
    draw(id, title, days.keySet().stream().map(LocalDate::atStartOfDay).toList(), means, false);
  }

  private void rows(String id, String title, int from, int to) {
    List<Line> lines =
        lines().stream()
            .map(line ->
                new Line(line.style(), line.name(), Arrays.copyOfRange(line.numbers(), from, to)))
            .toList();
    draw(id, title, part.times().subList(from, to), lines, true);
  }

  /** Returns all that is drawn, the background first. */
  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    part.predictions()
        .band()
        .ifPresent(band -> {
          lines.add(new Line("lower", "Interval from", band.lower()));
          lines.add(new Line("upper", "Interval to", band.upper()));
        });
    String naive = new ArrayList<>(part.naive().keySet()).getLast();
    lines.add(new Line("reference", naive, part.naive().get(naive)));
    lines.add(new Line("happened", HAPPENED, part.predictions().targets()));
    lines.add(new Line("one", MODEL, part.predictions().numbers()));
    return lines;
  }

  private void draw(
      String id, String title, List<LocalDateTime> times, List<Line> all, boolean band) {
    List<Line> lines = all.stream().filter(line -> !isEnd(line)).toList();
    List<Line> ends = all.stream().filter(line -> band && isEnd(line)).toList();
    TimeAxis x = TimeAxis.of("Time", times.getFirst(), times.getLast());
    double[] shown =
        Stream.concat(lines.stream(), ends.stream())
            .flatMapToDouble(line -> Arrays.stream(line.numbers()))
            .toArray();
    Chart chart =
        Chart.wide(
            "forecast-" + id,
            title,
            "What happened, what the model says and what %s says, %s to %s."
                .formatted(
                    lines.getFirst().name(),
                    times.getFirst().toLocalDate(),
                    times.getLast().toLocalDate()),
            x.axis(),
            Axis.around(Words.axis(target), shown));
    if (!ends.isEmpty()) {
      chart.between(
          "one",
          ends.getFirst().name(),
          points(x, times, ends.getFirst()),
          ends.getLast().name(),
          points(x, times, ends.getLast()));
    }
    Legend legend = new Legend();
    for (Line line : lines) {
      chart.line(line.style(), line.name(), points(x, times, line));
      legend.of(line.style(), line.name() + ".");
    }
    if (!ends.isEmpty()) {
      legend.of("block one", "the model’s interval.");
    }
    PlotFigure.write(page, title, chart.svg(), legend, chart.numbers(x::moment));
  }

  private static boolean isEnd(Line line) {
    return line.style().equals("lower") || line.style().equals("upper");
  }

  private static List<Point> points(TimeAxis x, List<LocalDateTime> times, Line line) {
    return IntStream.range(0, times.size())
        .mapToObj(i -> new Point(x.at(times.get(i)), line.numbers()[i]))
        .toList();
  }
}
