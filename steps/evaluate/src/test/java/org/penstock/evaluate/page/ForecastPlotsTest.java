package org.penstock.evaluate.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penstock.dataset.Grouping;
import org.penstock.evaluate.finding.ForecastFindings.Part;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.NumberPredictions;
import org.penstock.evaluation.NumberPredictions.Band;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/**
 * Two weeks and an hour from a Monday on, of a load of 100. The model says 1 too much in the first
 * week and 3 too little after it; two naive forecasts are 10 and 5 off.
 */
class ForecastPlotsTest {

  private static final int HOURS = 2 * 7 * 24 + 1;
  private static final LocalDateTime MONDAY = LocalDateTime.parse("2015-10-19T00:00");
  private static final Estimate ANY = new Estimate(2, 1, 3);
  private static final Column LOAD =
      new Column(
          "y", Kind.DOUBLE, false, List.of(), 0, 1e9, Set.of(Role.LABEL), false, "Load in <kW>");

  private final Markup page = new Markup();
  private final Part part = part();

  @Test
  void drawsTheErrorOfEachWeekOfTheModelAndOfBothNaiveForecasts() {
    new ForecastErrors(page, part).weekly("weekly", "By week");

    assertEquals(
        List.of(
            List.of("19 Oct", "10.0", "5.00", "1.00"),
            List.of("26 Oct", "10.0", "5.00", "3.00"),
            List.of("2 Nov", "10.0", "5.00", "3.00")),
        PageTables.first(page.toString()));
    // From 1 of 12 at the left to 3 of 12 at the right: 242 units are 12.
    assertTrue(
        page.toString().contains("class=\"line one\" d=\"M58 233.83L220 193.5L382 193.5\""),
        page::toString);
    assertTrue(page.toString().contains("class=\"line reference\" d=\"M58 153.17"), page::toString);
  }

  @Test
  void drawsMeanErrorsWithTheirSign() {
    new ForecastErrors(page, part).byWeekday("weekday");

    // Of 49 rows of a Monday 24 are of the first week.
    assertEquals(List.of("Mon", "−1.04", "2.02"), PageTables.first(page.toString()).getFirst());
    assertEquals(List.of("Tue", "−1.00", "2.00"), PageTables.first(page.toString()).get(1));
    assertEquals(7, PageTables.first(page.toString()).size());
  }

  @Test
  void drawsMeansOfWholeDaysOnly() {
    new ForecastSeries(page, LOAD, part).days("whole", "By day");

    assertEquals(14, PageTables.first(page.toString()).size());
    assertEquals(
        List.of("2015-10-19 00:00", "105", "100", "101"),
        PageTables.first(page.toString()).getFirst());
    assertEquals(
        List.of("2015-11-01 00:00", "105", "100", "97.0"),
        PageTables.first(page.toString()).getLast());
  }

  @Test
  void drawsTheLastDaysHourByHourWithTheirInterval() {
    new ForecastSeries(page, LOAD, part).last("last", "Last");

    List<List<String>> lines = PageTables.first(page.toString());
    assertEquals(240, lines.size());
    assertEquals(List.of("2015-10-23 01:00", "97.0", "105", "105", "100", "101"), lines.getFirst());
    assertEquals(List.of("2015-11-02 00:00", "93.0", "101", "105", "100", "97.0"), lines.getLast());
    assertTrue(page.toString().contains(">Load in &lt;kW&gt;</text>"), page::toString);
    assertFalse(page.toString().contains("<kW>"));
  }

  @Test
  void drawsTheFirstDaysHourByHour() {
    new ForecastSeries(page, LOAD, part).first("first", "First");

    assertEquals(240, PageTables.first(page.toString()).size());
    assertEquals("2015-10-19 00:00", PageTables.first(page.toString()).getFirst().getFirst());
  }

  private static Part part() {
    double[] targets = new double[HOURS];
    Arrays.fill(targets, 100);
    double[] numbers =
        IntStream.range(0, HOURS).mapToDouble(hour -> hour < 7 * 24 ? 101 : 97).toArray();
    Map<String, double[]> naive = new LinkedHashMap<>();
    naive.put("naive-24h", filled(90));
    naive.put("naive-168h", filled(105));
    Band band =
        new Band(
            Arrays.stream(numbers).map(number -> number - 4).toArray(),
            Arrays.stream(numbers).map(number -> number + 4).toArray());
    Map<String, Estimate> errors = Map.of("naive-24h", ANY, "naive-168h", ANY);
    return new Part(
        IntStream.range(0, HOURS).mapToObj(MONDAY::plusHours).toList(),
        new NumberPredictions(targets, numbers, Grouping.of(new long[HOURS]), Optional.of(band)),
        naive,
        ANY,
        errors,
        errors);
  }

  private static double[] filled(double value) {
    double[] values = new double[HOURS];
    Arrays.fill(values, value);
    return values;
  }
}
