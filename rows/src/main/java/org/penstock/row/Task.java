package org.penstock.row;

import java.util.List;

/**
 * What a model of a project is asked for. The kind of the label column decides it.
 *
 * <p>Of each row a model says as many numbers as {@link #width} tells: the probability of the
 * second label, one probability a label, or the number itself.
 */
public enum Task {
  /** One of two labels: the column is a boolean or a category of two levels. */
  BINARY("two classes"),
  /** One of several labels: the column is a category of more than two levels. */
  CLASSES("several classes"),
  /** A number. */
  NUMBER("a number");

  private final String title;

  Task(String title) {
    this.title = title;
  }

  /**
   * Returns the task of the column {@code label}.
   *
   * @throws IllegalArgumentException if it is a text, a time, or a category of one level
   */
  public static Task of(Column label) {
    return switch (label.kind()) {
      case BOOLEAN -> BINARY;
      case CATEGORY -> of(label.levels());
      case INT, LONG, DOUBLE -> NUMBER;
      case TEXT, DATE, TIMESTAMP ->
          throw new IllegalArgumentException(
              "Label '%s' is of kind %s, expected a boolean, a category or a number"
                  .formatted(label.name(), label.kind()));
    };
  }

  /**
   * Returns the task of telling {@code labels} apart; without any, that of a number.
   *
   * @throws IllegalArgumentException if there is one label alone
   */
  public static Task of(List<String> labels) {
    return switch (labels.size()) {
      case 0 -> NUMBER;
      case 1 -> throw new IllegalArgumentException("One label alone is nothing to tell: " + labels);
      case 2 -> BINARY;
      default -> CLASSES;
    };
  }

  /** Returns the labels of the column {@code label} in code order; none of a number. */
  public static List<String> labels(Column label) {
    return switch (of(label)) {
      case BINARY, CLASSES ->
          label.kind() == Kind.CATEGORY ? label.levels() : List.of("false", "true");
      case NUMBER -> List.of();
    };
  }

  /**
   * Returns how many numbers a model says of a row.
   *
   * @param labels how many labels there are; none of a number
   */
  public int width(int labels) {
    return this == CLASSES ? labels : 1;
  }

  /** Returns whether labels are told apart, rather than a number predicted. */
  public boolean hasLabels() {
    return this != NUMBER;
  }

  /** Returns what is predicted, for people. */
  public String title() {
    return title;
  }
}
