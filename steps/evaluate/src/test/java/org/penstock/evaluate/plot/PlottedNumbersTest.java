package org.penstock.evaluate.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penstock.evaluation.Curves.Point;

class PlottedNumbersTest {

  private final Chart chart =
      new Chart("c", "t", "d", new Axis("Hour", 0, 9, Numbers::plain), Axis.shares("y"));

  @Test
  void aLineIsAPlaceAndAColumnASeries() {
    chart.line("one", "Model", List.of(new Point(0, .5), new Point(1, .25)));
    chart.dot("two", "Happened", 1, .125, .1, .2);
    chart.line("reference", List.of(new Point(0, 0), new Point(9, 1)));

    PlottedNumbers numbers = chart.numbers();

    assertEquals(List.of("Hour", "Model", "Happened"), numbers.head());
    assertEquals(
        List.of(List.of("0", "0.500", ""), List.of("1", "0.250", "0.125 (0.100 to 0.200)")),
        numbers.lines());
    assertEquals(1, numbers.step());
  }

  @Test
  void aCurveIsThinnedToItsEnds() {
    List<Point> points =
        IntStream.rangeClosed(0, 1000).mapToObj(i -> new Point(i / 1000.0, i / 1000.0)).toList();

    PlottedNumbers numbers = chart.line("one", "Model", points).numbers();

    assertEquals(21, numbers.step());
    assertEquals(49, numbers.lines().size());
    assertEquals(List.of("0", "0"), numbers.lines().getFirst());
    assertEquals(List.of("0.021", "0.0210"), numbers.lines().get(1));
    assertEquals(List.of("1", "1.00"), numbers.lines().getLast());
  }

  @Test
  void whatIsNoNumberIsNotListed() {
    chart.dot("one", "Model", 1, Double.NaN, 0, 1);
    chart.line("one", "Line", List.of(new Point(0, Double.NaN)));

    assertEquals(List.of(), chart.numbers().lines());
  }
}
