package org.penstock.evaluate.plot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One direction of a plot.
 *
 * @param label what is shown, with its unit
 * @param least where it begins
 * @param most where it ends, above {@code least}
 * @param format how its ticks are written
 */
public record Axis(String label, double least, double most, DoubleFunction<String> format) {

  public Axis {
    requireNonNull(label, "label");
    requireNonNull(format, "format");
    if (!(most > least && most - least < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "An axis must go up, '%s' goes from %s to %s".formatted(label, least, most));
    }
  }

  /** Returns an axis with round ends, about five steps long, that includes all {@code values}. */
  public static Axis around(String label, double... values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double least = Arrays.stream(finite).min().orElse(0);
    double most = Arrays.stream(finite).max().orElse(1);
    double step = step(most > least ? most - least : Math.max(1e-3, Math.abs(least)), 5);
    double from = step * Math.floor(least / step + 1e-9);
    double to = step * Math.ceil(most / step - 1e-9);
    return new Axis(label, from, to > from ? to : from + step, Numbers::plain);
  }

  /** Returns an axis of shares from 0 to 1. */
  public static Axis shares(String label) {
    return new Axis(label, 0, 1, Numbers::plain);
  }

  /** Returns an axis from 0 to the first round number that is not below {@code most}. */
  public static Axis upTo(String label, double most) {
    double positive = most > 0 && most < Double.POSITIVE_INFINITY ? most : 1;
    double step = step(positive, 5);
    return new Axis(label, 0, step * Math.ceil(positive / step - 1e-9), Numbers::plain);
  }

  /** Returns round numbers of this axis, ascending: about {@code count}, at least two. */
  List<Double> ticks(int count) {
    double step = step(most - least, count);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(least / step - 1e-9); i * step <= most + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Returns where {@code value} lies, 0 at the beginning and 1 at the end, not clamped. */
  double share(double value) {
    return (value - least) / (most - least);
  }

  /** Returns 1, 2 or 5 times a power of ten, so that {@code length} has about {@code count}. */
  private static double step(double length, int count) {
    double rough = length / count;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / power;
    return (digit <= 1.5 ? 1 : digit <= 3.5 ? 2 : digit <= 7.5 ? 5 : 10) * power;
  }
}
