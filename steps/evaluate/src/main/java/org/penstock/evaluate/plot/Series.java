package org.penstock.evaluate.plot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.penstock.evaluation.Curves.Point;

/**
 * Numbers that a plot shows under one name, for those who want to read them.
 *
 * @param name what they are
 * @param marks from left to right
 */
record Series(String name, List<Mark> marks) {

  Series {
    requireNonNull(name, "name");
    marks = List.copyOf(marks);
  }

  /** A number at a place, with the interval around it where both its ends are numbers. */
  record Mark(double at, double value, double lower, double upper) {}

  static Series of(String name, List<Point> points) {
    return new Series(
        name,
        points.stream()
            .map(point -> new Mark(point.x(), point.y(), Double.NaN, Double.NaN))
            .toList());
  }

  Series and(Mark mark) {
    List<Mark> more = new ArrayList<>(marks);
    more.add(mark);
    return new Series(name, more);
  }
}
