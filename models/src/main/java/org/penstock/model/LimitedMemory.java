package org.penstock.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth convex function by L-BFGS with steps that are halved until they help enough.
 * D. Liu and J. Nocedal, <a href="https://doi.org/10.1007/BF01589116">On the limited memory BFGS
 * method</a> (1989).
 */
final class LimitedMemory {

  private static final int MEMORY = 10;
  private static final int HALVINGS = 40;

  /** The share of what the slope promises that a step has to keep. */
  private static final double ENOUGH = 1e-4;

  /** Stops where a step improves the value by less than this share of it. */
  private static final double TOLERANCE = 1e-12;

  private LimitedMemory() {}

  /** What is minimised. */
  interface Function {

    /** Returns the value at {@code point} and leaves the gradient in {@code gradient}. */
    double value(double[] point, double[] gradient);
  }

  /** A step and what it did to the gradient. */
  private record Change(double[] point, double[] gradient, double product) {}

  /**
   * Returns where {@code function} is least.
   *
   * @param iterations at most so many
   */
  static double[] minimum(Function function, double[] start, int iterations) {
    double[] point = start.clone();
    double[] gradient = new double[point.length];
    double value = function.value(point, gradient);
    Deque<Change> changes = new ArrayDeque<>();
    for (int iteration = 0; iteration < iterations; iteration++) {
      double[] direction = direction(gradient, changes);
      double slope = dot(direction, gradient);
      if (!(slope < 0)) {
        return point;
      }
      double step = changes.isEmpty() ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
      double[] next = new double[point.length];
      double[] nextGradient = new double[point.length];
      double nextValue = Double.POSITIVE_INFINITY;
      for (int halving = 0; halving < HALVINGS; halving++) {
        for (int i = 0; i < point.length; i++) {
          next[i] = point[i] + step * direction[i];
        }
        nextValue = function.value(next, nextGradient);
        if (nextValue <= value + ENOUGH * step * slope) {
          break;
        }
        step /= 2;
      }
      if (!(nextValue < value)) {
        return point;
      }
      remember(changes, point, next, gradient, nextGradient);
      double gain = value - nextValue;
      point = next;
      gradient = nextGradient;
      value = nextValue;
      if (gain <= TOLERANCE * Math.abs(value)) {
        return point;
      }
    }
    return point;
  }

  private static void remember(
      Deque<Change> changes, double[] from, double[] to, double[] before, double[] after) {
    double[] moved = minus(to, from);
    double[] turned = minus(after, before);
    double product = dot(moved, turned);
    if (product > 0) {
      changes.addLast(new Change(moved, turned, product));
    }
    if (changes.size() > MEMORY) {
      changes.removeFirst();
    }
  }

  /** The two loops: the gradient times an estimate of the inverse Hessian, downwards. */
  private static double[] direction(double[] gradient, Deque<Change> changes) {
    double[] direction = gradient.clone();
    double[] factors = new double[changes.size()];
    int place = changes.size();
    for (Iterator<Change> latest = changes.descendingIterator(); latest.hasNext(); ) {
      Change change = latest.next();
      factors[--place] = dot(change.point(), direction) / change.product();
      add(direction, -factors[place], change.gradient());
    }
    double scale = -1;
    if (!changes.isEmpty()) {
      Change last = changes.getLast();
      scale = -last.product() / dot(last.gradient(), last.gradient());
    }
    for (int i = 0; i < direction.length; i++) {
      direction[i] *= scale;
    }
    for (Change change : changes) {
      double again = dot(change.gradient(), direction) / change.product();
      add(direction, -factors[place++] - again, change.point());
    }
    return direction;
  }

  private static void add(double[] to, double factor, double[] values) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * values[i];
    }
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
