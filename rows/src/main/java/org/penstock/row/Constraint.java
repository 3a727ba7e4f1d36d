package org.penstock.row;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the values of one column must be, and the sentences that say when one is not. Values of
 * personal columns do not appear in them.
 */
public final class Constraint {

  private static final int SHOWN_LENGTH = 40;

  private final Column column;
  private final String yes;
  private final String no;

  private Constraint(Column column, String yes, String no) {
    this.column = column;
    this.yes = yes;
    this.no = no;
  }

  /** Returns the constraint of values in memory. */
  public static Constraint of(Column column) {
    return new Constraint(column, "true", "false");
  }

  /** Returns the constraint of values in a file, where booleans have texts. */
  public static Constraint of(Column column, Spelling spelling) {
    return new Constraint(column, spelling.yes(), spelling.no());
  }

  /** Returns the problem of a value that is missing where one is required. */
  public Problem missing() {
    return new Problem(column.name(), "is missing, expected " + expected());
  }

  /** Returns the problem of a value that is not of this column's kind, or not one of its levels. */
  public Problem mismatch(Object value) {
    return new Problem(column.name(), shown(value) + ", expected " + expected());
  }

  /** Returns whether {@code number} is finite and in range. */
  public boolean allows(double number) {
    return number >= column.min() && number <= column.max() && Double.isFinite(number);
  }

  /** Returns the problem of a number that is not finite or out of range. */
  public Problem outOfRange(Object number) {
    return new Problem(column.name(), shown(number) + ", expected " + expectedNumber());
  }

  /** Returns what is wrong with {@code value}, as declared in the record; null is missing. */
  Optional<Problem> problem(Object value) {
    return switch (value) {
      case null -> Optional.of(missing());
      case OptionalInt number ->
          number.isPresent() ? range(number.getAsInt(), number.getAsInt()) : Optional.empty();
      case OptionalLong number ->
          number.isPresent() ? range(number.getAsLong(), number.getAsLong()) : Optional.empty();
      case OptionalDouble number ->
          number.isPresent() ? range(number.getAsDouble(), number.getAsDouble()) : Optional.empty();
      case Optional<?> optional -> optional.flatMap(this::problem);
      case Number number -> range(number.doubleValue(), number);
      default -> Optional.empty();
    };
  }

  private Optional<Problem> range(double number, Object shown) {
    return allows(number) ? Optional.empty() : Optional.of(outOfRange(shown));
  }

  private String shown(Object value) {
    if (column.personal()) {
      return "has a value that is personal and not shown";
    }

    if (value instanceof Number || value instanceof Boolean) {
      return "is " + value;
    }

    String text = value.toString();
    return "is '%s'"
        .formatted(text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "…");
  }

  private String expected() {
    return switch (column.kind()) {
      case INT -> "a whole number of 32 bits";
      case LONG -> "a whole number";
      case DOUBLE -> "a finite number";
      case BOOLEAN -> yes.equals("true") ? "true or false" : "'%s' or '%s'".formatted(yes, no);
      case CATEGORY -> "one of " + column.levels();
      case TEXT -> "a text";
      case DATE -> "a date such as 2024-02-29";
      case TIMESTAMP -> "a time such as 2024-02-29T13:45:00";
    };
  }

  private String expectedNumber() {
    boolean below = column.min() != Double.NEGATIVE_INFINITY;
    boolean above = column.max() != Double.POSITIVE_INFINITY;
    if (below && above) {
      return "%s to %s".formatted(plain(column.min()), plain(column.max()));
    }

    if (below) {
      return "at least " + plain(column.min());
    }

    return above ? "at most " + plain(column.max()) : "a finite number";
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e15
        ? String.format(Locale.ROOT, "%.0f", bound)
        : Double.toString(bound);
  }
}
