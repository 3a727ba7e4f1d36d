package org.penstock.model;

import java.util.Arrays;

/**
 * The nearest neighbours of points by a k-d tree. Of equally near points those of lower number are
 * nearer, so that the answer depends on nothing but the points.
 */
final class Neighbours {

  private static final int LEAF = 8;

  private final double[][] points;
  private final int wanted;

  /** The points in the order of the tree: the middle of a range divides it. */
  private final int[] order;

  private final double[] distances;
  private final int[] found;
  private int size;

  /**
   * @param points of equal length, without NaN
   * @param wanted how many neighbours, at least 1
   */
  Neighbours(double[][] points, int wanted) {
    this.points = points;
    this.wanted = wanted;
    this.order = new int[points.length];
    this.distances = new double[wanted];
    this.found = new int[wanted];
    Arrays.setAll(order, i -> i);
    build(0, order.length, 0);
  }

  /** Returns the neighbours of {@code point} other than itself, the nearest first. */
  int[] of(int point) {
    size = 0;
    search(0, order.length, 0, point);
    return Arrays.copyOf(found, size);
  }

  private void build(int from, int to, int axis) {
    if (to - from <= LEAF) {
      return;
    }

    int middle = (from + to) >>> 1;
    select(from, to - 1, middle, axis);
    build(from, middle, next(axis));
    build(middle + 1, to, next(axis));
  }

  private int next(int axis) {
    return points[0].length == 0 ? 0 : (axis + 1) % points[0].length;
  }

  /** Hoare's selection: what is before {@code middle} is not greater, what is after not less. */
  private void select(int from, int to, int middle, int axis) {
    int low = from;
    int high = to;
    while (low < high) {
      double pivot = at(order[(low + high) >>> 1], axis);
      int i = low;
      int j = high;
      while (i <= j) {
        while (at(order[i], axis) < pivot) {
          i++;
        }
        while (at(order[j], axis) > pivot) {
          j--;
        }
        if (i <= j) {
          int swap = order[i];
          order[i++] = order[j];
          order[j--] = swap;
        }
      }
      if (middle <= j) {
        high = j;
      } else if (middle >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private double at(int point, int axis) {
    return points[point].length == 0 ? 0 : points[point][axis];
  }

  private void search(int from, int to, int axis, int point) {
    if (to - from <= LEAF) {
      for (int i = from; i < to; i++) {
        offer(order[i], point);
      }
      return;
    }

    int middle = (from + to) >>> 1;
    double beyond = at(point, axis) - at(order[middle], axis);
    offer(order[middle], point);
    boolean below = beyond < 0;
    search(below ? from : middle + 1, below ? middle : to, next(axis), point);
    if (size < wanted || beyond * beyond <= distances[size - 1]) {
      search(below ? middle + 1 : from, below ? to : middle, next(axis), point);
    }
  }

  private void offer(int candidate, int point) {
    if (candidate == point) {
      return;
    }

    double distance = 0;
    for (int i = 0; i < points[point].length; i++) {
      double apart = points[point][i] - points[candidate][i];
      distance += apart * apart;
    }
    if (size == wanted && !isNearer(distance, candidate, size - 1)) {
      return;
    }

    int place = size < wanted ? size++ : size - 1;
    while (place > 0 && isNearer(distance, candidate, place - 1)) {
      distances[place] = distances[place - 1];
      found[place] = found[place - 1];
      place--;
    }
    distances[place] = distance;
    found[place] = candidate;
  }

  private boolean isNearer(double distance, int candidate, int place) {
    return distance < distances[place]
        || (distance == distances[place] && candidate < found[place]);
  }
}
